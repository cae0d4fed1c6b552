import { memberOf } from "../../exactJson.ts";
import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import type { InputValues, Provider, Template } from "../../providers/provider.ts";
import { hasValue } from "../../providers/template.ts";
import { isSpecific, mayBeAbsent } from "../origin/recognize.ts";
import { valuesIn } from "../origin/valuesOf.ts";
import { exactParts, type ExactParts } from "../read/decode.ts";
import { isNone } from "../rules/algorithm.ts";
import type { Finding, Subject } from "./finding.ts";
import { fixFor, labelOf, namesIn } from "./inputs.ts";
import { memberFault } from "./memberFault.ts";
import { shown } from "../../visible.ts";
import { shownValue } from "./shownValue.ts";

/** Whether a token has what its provider's data ask for. A provider that takes any claims, such as Custom, asks for nothing. */
export function providerFindings(subject: Subject): readonly Finding[] {
  const { decoded, provider } = subject;
  if (provider === undefined || decoded.kind === "JWE" || !isSpecific(provider.claims)) return [];
  const { header, claims } = decoded;
  const exact = exactParts(decoded);
  const known = { ...subject, provider, exact, values: valuesIn(exact, provider) };
  return [
    ...algFindings(header, provider),
    ...memberFindings({ ...known, part: "header", own: header, other: claims ?? {} }),
    ...(claims === undefined ? [] : memberFindings({ ...known, part: "claims", own: claims, other: header })),
  ];
}

interface Part extends Subject {
  readonly provider: Provider;
  readonly values: InputValues;
  readonly exact: ExactParts;
  readonly part: "header" | "claims";
  readonly own: JsonObject;
  /** The other part, where a member may stand by mistake. */
  readonly other: JsonObject;
}

function algFindings({ alg }: JsonObject, { name, algs }: Provider): readonly Finding[] {
  if (typeof alg !== "string" || isNone(alg) || algs.some((allowed) => allowed === alg)) return [];
  return [
    {
      code: "PROVIDER_ALG",
      severity: "error",
      message: `${name} expects ${algs.join(" or ")}, but this is ${shown(alg)}.`,
      remedy: `Mint it with ${algs[0]}.`,
    },
  ];
}

function memberFindings(part: Part): readonly Finding[] {
  const template = part.provider[part.part];
  if (!isJsonObject(template)) return [];
  const twice = isTwice(part) ? [placedTwice(part.provider)] : [];
  const faults = Object.entries(template).flatMap(([member, wanted]): readonly Finding[] => {
    if (member === "alg") return [];
    const value = Object.hasOwn(part.own, member) ? part.own[member] : undefined;
    const chosen = branch(wanted, part.values);
    if (value === undefined) return chosen === undefined ? [] : absent(part, member, chosen);
    return chosen === undefined ? [unwanted(part, member)] : wrong(part, member, chosen, value);
  });
  return [...faults, ...twice];
}

/** Whether a provider that wants `kid` as a claim gets it in the header too. */
function isTwice({ part, provider, own, other }: Part): boolean {
  const inHeader = isJsonObject(provider.header) && Object.hasOwn(provider.header, "kid");
  const asClaim = isJsonObject(provider.claims) && Object.hasOwn(provider.claims, "kid");
  return part === "claims" && asClaim && !inHeader && Object.hasOwn(own, "kid") && Object.hasOwn(other, "kid");
}

const placedTwice = ({ name }: Provider): Finding => ({
  code: "PROVIDER_MEMBER_PLACE",
  severity: "warning",
  message: `${name} expects kid only as a claim, but it is in the header too.`,
  remedy: "Mint the token from the provider's form.",
});

/** What a condition asks for with these values; undefined: that the member is not there. */
function branch(template: Template, values: InputValues): Template | undefined {
  const condition = conditionOf(template);
  if (condition === undefined || !isJsonObject(template)) return template;
  return template[hasValue(values, condition) ? "$then" : "$else"];
}

function conditionOf(template: Template | undefined): string | undefined {
  const condition = isJsonObject(template) ? template["$if"] : undefined;
  return typeof condition === "string" ? condition : undefined;
}

/** The input that decides whether a member is there, as its form calls it. */
function decidedBy({ provider, part }: Part, member: string): string | undefined {
  const template = provider[part];
  const condition = isJsonObject(template) ? conditionOf(template[member]) : undefined;
  return condition === undefined ? undefined : labelOf(provider, condition);
}

function absent(part: Part, member: string, wanted: Template): readonly Finding[] {
  const { provider, profile } = part;
  if (mayBeAbsent(wanted, provider)) return [];
  const [here, there] = part.part === "claims" ? ["as a claim", "the header"] : ["in the header", "the claims"];
  const fix = fixFor(member, provider, profile);
  if (Object.hasOwn(part.other, member)) {
    return [
      {
        code: "PROVIDER_MEMBER_PLACE",
        severity: "error",
        message: `${provider.name} expects ${shown(member)} ${here}, but it is in ${there}.`,
        remedy: "Mint the token from the provider's form.",
        ...fix,
      },
    ];
  }
  const example = typeof wanted === "string" && namesIn(wanted).length === 0 ? ` ${shownValue(wanted)}` : "";
  const input = decidedBy(part, member);
  return [
    {
      code: "PROVIDER_MEMBER_MISSING",
      // A typ tells nothing that a service of one kind of token would not know (RFC 7519 §5.1).
      severity: member === "typ" ? "info" : "error",
      message: `${provider.name} expects ${shown(member)}${example} ${here}, but it is missing.`,
      remedy: input === undefined ? "Mint the token with it." : `Mint the token with it, or fill in ${input}.`,
      ...fix,
    },
  ];
}

const unwanted = (part: Part, member: string): Finding => ({
  code: "PROVIDER_MEMBER_UNWANTED",
  severity: "error",
  message: `${part.provider.name} does not accept ${shown(member)} together with ${decidedBy(part, member) ?? "the other claims"}.`,
  remedy: "Mint the token from the provider's form.",
});

function wrong(part: Part, member: string, wanted: Template, value: Json): readonly Finding[] {
  const { provider, profile, exact } = part;
  const fault = memberFault(wanted, value, provider);
  if (fault === undefined) return [];
  return [
    {
      code: fault.code,
      severity: fault.code === "PROVIDER_MEMBER_FORM" ? "warning" : "error",
      message: `${shown(member)} is ${shownValue(memberOf(exact[part.part], member))}, but ${fault.wish}.`,
      remedy: "Mint the token from the provider's form.",
      ...fixFor(member, provider, profile),
    },
  ];
}
