import type { Json } from "../../json.ts";
import { fixFor } from "./inputs.ts";
import type { Finding, Subject } from "./finding.ts";
import { shown } from "../../visible.ts";
import { shownValue } from "./shownValue.ts";

/** What documentation and templates put where a value belongs. */
const placeholder = new RegExp(
  [
    String.raw`<[^<>]{1,60}>`,
    String.raw`\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$[A-Z_]{3,}|%[A-Z_]+%|\[[A-Z][A-Z _-]{2,}\]`,
    String.raw`your[-_ ][-\w ]{1,60}|your(?:api|app|account|client|company|issuer|key|org|secret|site|team|tenant|user)\w*`,
    String.raw`.{0,60}\bof your (?:own )?choice`,
    String.raw`(?:my|the)[-_ ][-\w ]{0,40}(?:key|id|identifier|secret|token|issuer|subject|audience|domain|tenant|account|app|name|email|uuid)`,
    String.raw`.{0,40}replace[-_ ]?(?:this|me|with)\b.{0,60}`,
    String.raw`change[-_ ]?(?:this|me|it)`,
    String.raw`(?:insert|put|enter|paste|fill)[-_ ].{1,60}`,
    String.raw`(?:todo|fixme|tbd)(?:\b.{0,60})?|placeholder|x{3,}(?:-x{3,})*|\.{3}`,
    String.raw`[A-Z]+(?:_[A-Z]+)*_(?:GOES_)?HERE`,
  ].join("|"),
  "i",
);

/** The longest token that is looked at, in characters: nobody fills in more by hand. */
const LONGEST = 65_536;

const isPlaceholder = (value: Json): value is string =>
  typeof value === "string" && value.length <= 120 && placeholder.exec(value.trim())?.[0] === value.trim();

/** Values that were never filled in, such as "your_api_key". */
export function placeholderFindings({
  compact,
  decoded: { header, claims = {} },
  provider,
  profile,
}: Subject): readonly Finding[] {
  if (compact.length > LONGEST) return [];
  const members = [...Object.entries(claims), ["kid", header["kid"]] as const];
  return members.flatMap(([name, value = null]): Finding[] => {
    const found = (Array.isArray(value) ? value : [value]).find(isPlaceholder);
    if (found === undefined) return [];
    return [
      {
        code: "CLAIM_PLACEHOLDER",
        severity: "warning",
        message: `${shown(name)} is ${shownValue(found)}, which looks like a placeholder.`,
        remedy: "Replace it with the value the service gave you.",
        ...fixFor(name, provider, profile),
      },
    ];
  });
}
