import { environmentOf, type Profile } from "../../profile.ts";
import type { Environment, Provider, SampleRequest } from "../../providers/provider.ts";
import { inputText } from "../../providers/template.ts";
import { visible } from "../../visible.ts";
import { environmentName } from "../../variable.ts";

/**
 * A .http file with a provider's sample requests. Its variables stand in a first block without request and title, where
 * REST Client and httpYac read them for the whole file. A profile gives its environment, its values and its variable.
 */
export function sampleFile(provider: Provider, profile?: Profile): string {
  const { name, documentation, authorization, samples } = provider;
  const headers = Object.entries(authorization.headers ?? {}).flatMap(([header, template]) =>
    typeof template === "string" ? [`${header}: ${template.replaceAll(/\{(\w+)\}/g, "{{$1}}")}`] : [],
  );
  const used = provider.inputs.filter(({ id }) => headers.some((header) => header.includes(`{{${id}}}`)));
  const live = profile?.variable === undefined ? undefined : `{{$processEnv ${environmentName(profile.variable)}}}`;
  const token = [authorization.scheme, live ?? "{{token}}"].filter((part) => part !== undefined).join(" ");
  const variables = [
    `# ${name}${documentation === undefined ? "" : `: ${documentation}`}`,
    ...environmentLines(provider, environmentOf(provider, profile?.environment)),
    ...used.flatMap(({ id, label, where = "" }) => [
      `# ${label}. ${where}`.trimEnd(),
      `@${id} = ${inputText(profile?.values ?? {}, id) ?? placeholder(label)}`,
    ]),
    ...(live === undefined ? tokenLines : ["# Each request gets a fresh token: JWT Mint keeps the variable filled."]),
  ];
  // A workspace's profile may hold line breaks, and what follows one would be a request.
  const lines = [
    ...variables.map(visible),
    "",
    ...samples.flatMap((sample) => requestLines(sample, [`Authorization: ${token}`, ...headers])),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Never empty: httpYac takes `@token =` for a request. */
const tokenLines = [
  '# Click into a request and run "JWT Mint: Insert Token into Request" whenever you need a fresh token.',
  "@token = not-minted-yet",
];

const placeholder = (label: string) => `YOUR_${label.toUpperCase().replaceAll(/\W+/g, "_")}`;

function environmentLines({ environments }: Provider, chosen: Environment): string[] {
  const [first, second] = environments;
  const ownUrl = !environments.includes(chosen);
  if (second === undefined || ownUrl) {
    const url = chosen.url.startsWith("{{") ? "https://api.example.com" : chosen.url;
    const known =
      ownUrl && first !== undefined && /^https?:/.test(first.url) ? `, or ${first.url} (${first.name})` : "";
    return [
      url === chosen.url ? `# ${ownUrl ? "Your own" : chosen.name}${known}` : "# Your base URL",
      `@baseUrl = ${url}`,
    ];
  }
  return [
    `# Environments. baseUrl names the one that is used.`,
    ...environments.map(({ name, url }) => `@${urlName(name)} = ${url}`),
    `@baseUrl = {{${urlName(chosen.name)}}}`,
  ];
}

/** Not the bare name: one such as "default" is a word of JavaScript, which httpYac would stumble over. */
const urlName = (environment: string) => `${environment.replaceAll(/\W+/g, "_")}Url`;

function requestLines(
  { name, method, path, headers = {}, body }: SampleRequest,
  authorization: readonly string[],
): string[] {
  const own = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
  return [
    `### ${name}`,
    `${method} {{baseUrl}}${path}`,
    ...authorization,
    ...own,
    "",
    ...(body === undefined ? [] : [body, ""]),
  ];
}
