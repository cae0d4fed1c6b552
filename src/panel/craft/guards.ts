import { isJsonObject } from "../../core/json.ts";
import { isInputValues, type MintOrder } from "../../core/profile.ts";
import { hasTexts, isNothing, isText } from "../guards.ts";
import type { GuardsOf } from "../requests.ts";
import type { CraftRequests } from "./protocol.ts";

type Params<M extends keyof CraftRequests> = CraftRequests[M]["params"];

/** A file of 1 MB in base64, in characters. */
const MAX_FILE = 1_398_104;

/** More inputs than any provider has. */
const MAX_VALUES = 200;

const isQuestion = (params: unknown): params is Params<"importKey"> => hasTexts(params, ["provider", "alg", "name"]);

export const craftGuards: GuardsOf<CraftRequests> = {
  loadCraft: isNothing,
  loadKeys: isNothing,
  mint: (params): params is Params<"mint"> => hasTexts(params, ["profile"]),
  mintOrder: (params): params is Params<"mintOrder"> =>
    isJsonObject(params) &&
    hasOnly(params, ["profile", "order"]) &&
    isText(params["profile"]) &&
    isOrder(params["order"]),
  saveProfile: (params): params is Params<"saveProfile"> =>
    isJsonObject(params) && hasOnly(params, ["name", "order"]) && isText(params["name"]) && isOrder(params["order"]),
  importKey: isQuestion,
  generateKey: isQuestion,
  importDropped: (params): params is Params<"importDropped"> =>
    hasTexts(params, ["provider", "alg", "fileName", "base64"], MAX_FILE),
};

function isOrder(value: unknown): value is MintOrder {
  if (!isJsonObject(value)) return false;
  const { provider, values, key, lifetime, environment, ...others } = value;
  return (
    Object.keys(others).length === 0 &&
    isText(provider) &&
    isInputValues(values) &&
    Object.keys(values).length <= MAX_VALUES &&
    Object.values(values).every((item) => typeof item !== "string" || isText(item)) &&
    [key, environment].every((text) => text === undefined || isText(text)) &&
    (lifetime === undefined || typeof lifetime === "number")
  );
}

const hasOnly = (value: object, members: readonly string[]) =>
  Object.keys(value).length === members.length && members.every((member) => Object.hasOwn(value, member));
