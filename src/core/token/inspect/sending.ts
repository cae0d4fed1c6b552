import { isLoopback } from "../verify/keyUrl.ts";
import type { Finding, Subject } from "./finding.ts";
import { fixOf } from "./inputs.ts";
import { shownValue } from "./shownValue.ts";

/** How the request carries the token, beside how its provider wants it (RFC 6750 §2.1, §5.3). */
export function sendingFindings(subject: Subject): readonly Finding[] {
  return [...twiceFindings(subject), ...schemeFindings(subject), ...headerFindings(subject), ...urlFindings(subject)];
}

function twiceFindings({ sentWith }: Subject): readonly Finding[] {
  const count = sentWith?.headers?.filter((name) => name === "authorization").length ?? 0;
  if (count < 2) return [];
  return [
    {
      code: "SENT_TWICE",
      severity: "error",
      message: `This request has ${count} Authorization headers, which REST Client joins with a comma, so the service may read no token.`,
      remedy: "Keep one of them.",
    },
  ];
}

function schemeFindings({ provider, sentWith }: Subject): readonly Finding[] {
  const sent = sentWith?.scheme?.trim();
  if (provider === undefined || sent === undefined) return [];
  const wanted = provider.authorization.scheme;
  if (wanted === undefined && sent !== "") {
    return [
      {
        code: "SENT_SCHEME_UNWANTED",
        severity: "error",
        message: `${provider.name} expects the token alone in Authorization, without ${shownValue(sent)} before it.`,
        remedy: "Delete the word before the token.",
      },
    ];
  }
  // Schemes are compared without regard to case (RFC 9110 §11.1).
  if (wanted === undefined || wanted.toLowerCase() === sent.toLowerCase()) return [];
  return [
    {
      code: "SENT_SCHEME_WRONG",
      severity: "error",
      message: `${provider.name} expects "${wanted}" before the token, but ${sent === "" ? "nothing" : shownValue(sent)} is there.`,
      remedy: `Write Authorization: ${wanted}, a space, and the token.`,
    },
  ];
}

function headerFindings({ provider, profile, sentWith }: Subject): readonly Finding[] {
  const sent = sentWith?.headers;
  if (provider === undefined || sent === undefined) return [];
  return Object.entries(provider.authorization.headers ?? {}).flatMap(([name, template]): Finding[] => {
    if (sent.includes(name.toLowerCase())) return [];
    return [
      {
        code: "SENT_HEADER_MISSING",
        severity: "error",
        message: `${provider.name} also requires the header ${name}.`,
        remedy: "Add it, or insert the token again from its profile.",
        ...fixOf(template, provider, profile),
      },
    ];
  });
}

function urlFindings({ sentWith }: Subject): readonly Finding[] {
  const host = /^http:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(sentWith?.url?.trim() ?? "")?.[1]?.toLowerCase();
  // A variable may stand for anything, also for this machine.
  if (host === undefined || host === "" || /[{}$]/.test(host) || isLoopback(host)) return [];
  return [
    {
      code: "SENT_OVER_HTTP",
      severity: "error",
      message: `The token is sent to ${shownValue(host)} over plain http, where anyone on the network can read and reuse it.`,
      remedy: "Use https.",
    },
  ];
}
