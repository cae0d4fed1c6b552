import assert from "node:assert/strict";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { lineMapOf } from "../../../.ci/lineMap.ts";
import { type LineMap, sourceAt } from "../../../src/core/lineMap.ts";

const source = `import { decode } from "./src/core/token/read/decode.ts";

const lines = \`of
several lines\`;

function broken(text: string): number {
  if (text.length > lines.length) return 0;
  throw new RangeError(text);
}

export const fail = () => [decode.name].map((name) => broken(name.slice(0, 1)));
`;

test("the frames of a minified bundle lead to the lines of its sources", async () => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: source, sourcefile: "src/broken.ts", resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    outfile: "dist/broken.cjs",
    format: "cjs",
    sourcemap: "external",
  });
  const [map, code] = ["map", "cjs"].map((ending) => outputFiles.find(({ path }) => path.endsWith(`.${ending}`))?.text);
  const module: { exports?: { fail: () => void } } = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- as src/services/bundle.ts does
  new Function("module", `${code}\n//# sourceURL=file:///dist/broken.cjs`)(module);

  const stack = caught(() => module.exports?.fail());

  const frames = [...stack.matchAll(/broken\.cjs:(\d+):(\d+)/g)];
  const lineMap = lineMapOf(map ?? "");
  const places = frames.map(([, line, column]) => sourceAt(lineMap, Number(line) - 3, Number(column) - 1));
  assert.deepEqual(places.slice(0, 2), ["src/broken.ts:8", "src/broken.ts:11"]);
});

function caught(work: () => void): string {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof Error ? (error.stack ?? "") : "";
  }
}

test("a place that no source is known of has none", () => {
  const map: LineMap = { sources: ["src/a.ts"], lines: [[], [4, 0, 0]] };

  assert.deepEqual(
    [sourceAt(map, 0, 0), sourceAt(map, 1, 3), sourceAt(map, 1, 4), sourceAt(map, 2, 0)],
    [undefined, undefined, "src/a.ts:1", undefined],
  );
});
