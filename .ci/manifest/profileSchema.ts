import { ownBaseUrl, variableName } from "../../src/core/profile.ts";
import { inputInvalid } from "../../src/core/providers/errors.ts";
import { providers } from "../../src/core/providers/index.ts";
import type { Input, Provider } from "../../src/core/providers/provider.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The schema of one profile, without what the providers say. */
export interface ProfileSchema extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
}

/** The schema of one profile in settings.json, with each provider's values, lifetime and environments. */
export const withProviders = (schema: ProfileSchema): ProfileSchema => ({
  ...schema,
  properties: {
    ...schema.properties,
    provider: {
      ...schema.properties["provider"],
      enum: providers.map(({ id }) => id),
      enumDescriptions: providers.map(({ name }) => name),
    },
    variable: { ...schema.properties["variable"], pattern: variableName.source },
  },
  allOf: providers.map((provider) => ({
    if: { properties: { provider: { const: provider.id } }, required: ["provider"] },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema has this name for it
    then: {
      properties: { values: valuesSchema(provider), ...lifetimeSchema(provider), environment: environments(provider) },
    },
  })),
});

function valuesSchema({ inputs }: Provider): Schema {
  const required = inputs.filter(isAsked).map(({ id }) => id);
  return {
    type: "object",
    properties: Object.fromEntries(inputs.map((input) => [input.id, valueSchema(input)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** Whether a profile must hold the value: neither a default nor the key gives it. */
const isAsked = ({ required, default: standard, fromKid, kind }: Input) =>
  required === true && standard === undefined && fromKid !== true && kind !== "alg";

function valueSchema(input: Input): Schema {
  const { help, where, kind } = input;
  const sentences = [help, where, kind === "json" ? "In settings, write the JSON as a string." : undefined];
  return {
    type: ["string", "number", "boolean"],
    // Numbers beyond are rounded when settings are read.
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
    description: sentences.filter((sentence) => sentence !== undefined).join(" "),
    ...patternSchema(input),
  };
}

/** As values are checked: without the white space around them, and an empty one is as good as absent. */
function patternSchema(input: Input): Schema {
  const { pattern, label } = input;
  if (pattern === undefined) return {};
  const value = `(?:${pattern.source})${isAsked(input) ? "" : "?"}`;
  return { pattern: `^\\s*${value}\\s*$`, patternErrorMessage: inputInvalid(label, pattern.hint).message };
}

function lifetimeSchema({ lifetime }: Provider): Schema {
  if (lifetime === undefined) return { lifetime: false };
  const maximum = lifetime.longer?.max ?? lifetime.max;
  return maximum === undefined ? {} : { lifetime: { maximum } };
}

const environments = ({ environments: known }: Provider): Schema => ({
  anyOf: [{ enum: known.map(({ name }) => name) }, { pattern: ownBaseUrl.source }],
});
