/** What single lines of a .http file are. Patterns start at the line's start, so that each is linear in its length. */

const delimiter = /^\s*#{3,}/;
const comment = /^\s*(?:#|\/\/)/;
const definition = /^\s*@([^\s=:]+)\s*:?=*\s*/;
const response = /^\s*HTTP\/\S+\s+[1-5]\d\d(?!\d)/;
const curl = /^\s*curl(?=\s|$)/i;
const messaging = /^\s*(?:(mqtts?|amqp)\s+\S|(mqtts?|amqps?):\/\/)/i;
const method =
  /^\s*(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|CONNECT|TRACE|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|CHECKOUT|CHECKIN|REPORT|MERGE|MKACTIVITY|MKWORKSPACE|VERSION-CONTROL|BASELINE-CONTROL|MKCALENDAR|ACL|SEARCH|GRAPHQL|GRPC|WS|WSS|WEBSOCKET|SSE|EVENTSOURCE|MQTTS?|AMQP)\s+(\S+)/;
const urlPart = /^\s*(?:\?(?!\?)|&|\/(?![/*]))/;
const bareUrlPart = /^\s+(?:\{\{\S|[\w.~%-])[^\s:]*\s*$/;
const headerName = /^\s*((?:[\w!#$%&'*+.^`|~-]|\{\{[^{}]*\}\})+)\s*:/;
const nameAlone = /^\s*([A-Za-z][\w!#$%&'*+.^`|~-]*)\s*$/;
const fold = /^[ \t]+[\w+~=.-]/;
const spread = /^\s*\.{3}([^\s,]+),?\s*$/;

export const isBlank = (text: string) => text.trim() === "";
export const isDelimiter = (text: string) => delimiter.test(text);
export const isComment = (text: string) => comment.test(text);
export const isResponse = (text: string) => response.test(text);
export const isCurl = (text: string) => curl.test(text);

/** What stands after `###`: httpYac names the request after it. */
export const titleOf = (text: string) => text.replace(delimiter, "").trim();

/** "MQTT" or "AMQP" when the request line speaks one of them: they have no header section. */
export function messagingProtocol(text: string): string | undefined {
  const match = messaging.exec(text);
  return (match?.[1] ?? match?.[2])?.toUpperCase().replace(/S$/, "");
}

/** `METHOD url`. The target must look like one, so that prose such as "GET the report" in a body stays body. */
export function isMethodLine(text: string): boolean {
  const target = method.exec(text)?.[1];
  return target !== undefined && (/[/.:{*]/.test(target) || target.startsWith("localhost"));
}

/** A line that goes on with the URL. `??` is httpYac's assertion and `//` a comment. */
export const isUrlPart = (text: string) => urlPart.test(text);

/** JetBrains also lets indented words go on with the URL, directly below the request line. */
export const isBareUrlPart = (text: string) => bareUrlPart.test(text) && !text.trim().startsWith("{{@");

/** A header line, its name and where its value begins: directly behind the colon. */
export function headerAt(text: string): { readonly name: string; readonly valueStart: number } | undefined {
  const match = headerName.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[1].toLowerCase(), valueStart: match[0].length };
}

/** Whether a header's name holds no variable. */
export const isFixedName = (name: string) => !/\{\{|\$/.test(name);

/** A name without a colon: REST Client sends it as an empty header. */
export function emptyHeaderAt(text: string): { readonly name: string; readonly valueStart: number } | undefined {
  const name = nameAlone.exec(text)?.[1];
  return name === undefined ? undefined : { name: name.toLowerCase(), valueStart: text.trimEnd().length };
}

export const isFold = (text: string) => fold.test(text);

/** The object that httpYac's `...name` spreads into the headers. */
export const spreadOf = (text: string) => spread.exec(text)?.[1];

/** `@name = value`, or httpYac's `@name value` and `@name := value`, and where the value begins. */
export function definitionAt(text: string): { readonly name: string; readonly valueStart: number } | undefined {
  const match = definition.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[1], valueStart: match[0].length };
}
