import assert from "node:assert/strict";
import { test } from "node:test";
import { checkHovers } from "../../../fuzz/hover/check.ts";

test("of 500 generated documents no hover throws or lets a token's content be Markdown", async () => {
  const { tokens, broken } = await checkHovers(0, 500);

  assert.ok(tokens > 500, `${tokens} tokens were looked at`);
  assert.ok(broken > 50, `${broken} broken ones were looked at`);
});
