import type { TokenDelivery } from "../../http/insert/edit.ts";
import type { InputValues, Provider, SampleRequest } from "../../providers/provider.ts";
import { fillTemplate } from "../../providers/template.ts";

/** How a request carries a provider's token: the scheme in front of it, and the further headers that have a value. */
export function deliveryOf(compact: string, provider: Provider, values: InputValues): TokenDelivery {
  const { scheme, headers = {} } = provider.authorization;
  const context = { values, builtIns: {}, random: () => "", now: 0 };
  const filled = Object.entries(headers).flatMap(([name, template]): [string, string][] => {
    const value = fillTemplate(template, context);
    return typeof value === "string" ? [[name, value]] : [];
  });
  return {
    compact,
    ...(scheme === undefined ? {} : { scheme }),
    ...(filled.length === 0 ? {} : { headers: Object.fromEntries(filled) }),
  };
}

/** The value of `Authorization` for a delivery. */
export const authorizationValue = ({ scheme, compact }: TokenDelivery) =>
  scheme === undefined ? compact : `${scheme} ${compact}`;

/** A cURL command line for a sample request, quoted for POSIX shells. `baseUrl` is an environment's URL. */
export function curlCommand(delivery: TokenDelivery, sample: SampleRequest, baseUrl: string): string {
  const headers = { Authorization: authorizationValue(delivery), ...delivery.headers, ...sample.headers };
  return [
    `curl -X ${sample.method} ${quote(baseUrl + sample.path)}`,
    ...Object.entries(headers).map(([name, value]) => `  -H ${quote(`${name}: ${value}`)}`),
    ...(sample.body === undefined ? [] : [`  --data ${quote(sample.body)}`]),
  ].join(" \\\n");
}

// In single quotes a POSIX shell expands nothing; the quote itself is the one thing to write around.
const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
