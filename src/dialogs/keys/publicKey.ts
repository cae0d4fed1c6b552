import * as vscode from "vscode";
import { fits } from "../../core/keys/check/fit.ts";
import type { Key } from "../../core/keys/key.ts";
import { providers } from "../../core/providers/index.ts";
import { quoted, shown } from "../../core/visible.ts";
import type { Provider } from "../../core/providers/provider.ts";
import { showInformation } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askPick, type Choice } from "../askPick.ts";
import { askPrivateKeyFile } from "./privateKey.ts";
import { askTarget, writeText } from "./saveFile.ts";
import { showFailure } from "../../services/notify.ts";

/** What was made, and what to say of it. */
interface PublicKeyOffer {
  readonly key: Key;
  readonly name: string;
  readonly message: string;
  /** The service it was made for, where that is known. */
  readonly provider?: Provider;
}

type Format = "pem" | "jwk" | "jwks";

type Handing =
  { readonly way: "copy" | "save"; readonly format: Format } | { readonly way: "send"; readonly provider: Provider };

/** Says that a key was made, and offers its public half in every form; of a secret, to save it. Does not wait for the user. */
export function offerPublicKey(services: Services, offer: PublicKeyOffer): void {
  makeOffer(services, offer).catch(showFailure);
}

async function makeOffer(services: Services, offer: PublicKeyOffer): Promise<void> {
  if (offer.key.kty === "oct") return offerSecret(services, offer);
  const [copy, more] = ["Copy Public Key", "Save or Send…"];
  const chosen = await showInformation(offer.message, copy, more);
  if (chosen === copy) await handOver(services, offer, { way: "copy", format: "pem" });
  if (chosen !== more) return;
  const choices = [...formChoices, ...sendChoices(offer)];
  await handOver(
    services,
    offer,
    await askPick(choices, "The public key", { title: `Public Key of ${shown(offer.name)}` }),
  );
}

async function offerSecret(services: Services, { name, message }: PublicKeyOffer): Promise<void> {
  const save = "Save Secret…";
  if ((await showInformation(message, save)) === save) await askPrivateKeyFile(services, name);
}

const forms = [
  { form: "PEM", format: "pem", detail: "SubjectPublicKeyInfo, what most services ask for" },
  { form: "JWK", format: "jwk", detail: "RFC 7517" },
  { form: "JWK Set", format: "jwks", detail: "RFC 7517 §5, to publish at a jwks_uri" },
] as const;

const formChoices: readonly Choice<Handing>[] = (["copy", "save"] as const).flatMap((way) =>
  forms.map(({ form, format, detail }) => ({
    label: way === "copy" ? `Copy as ${form}` : `Save as ${form}…`,
    description: detail,
    iconPath: new vscode.ThemeIcon(way),
    value: { way, format },
  })),
);

/** The services that want to be sent a public key such as this. */
const sendChoices = ({ key, provider: only }: PublicKeyOffer): readonly Choice<Handing>[] =>
  providers
    .filter((provider) => only === undefined || provider.id === only.id)
    .flatMap((provider) =>
      provider.key.register === undefined || !fits(key, provider.algs[0])
        ? []
        : [
            {
              label: `Copy for ${provider.name}`,
              detail: provider.key.register,
              iconPath: new vscode.ThemeIcon("send"),
              value: { way: "send", provider },
            },
          ],
    );

async function handOver({ keyTools }: Services, { key, name }: PublicKeyOffer, handing: Handing): Promise<void> {
  const format = handing.way === "send" ? "pem" : handing.format;
  const { exportPublicKey } = await keyTools();
  const text = await exportPublicKey(key, format);
  if (handing.way === "save") {
    const target = await askTarget("Save Public Key", `${name}.public.${format === "pem" ? "pem" : "json"}`);
    await writeText(target, text);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  if (handing.way === "send") await sayWhere(name, handing.provider);
}

/** Where the public key goes that was just copied. */
async function sayWhere(name: string, { key, documentation }: Provider): Promise<void> {
  const actions = documentation === undefined ? [] : ["Open Documentation"];
  const message = `The public key of ${quoted(name)} is copied. ${key.register ?? ""}`.trim();
  const chosen = await showInformation(message, ...actions);
  if (chosen !== undefined && documentation !== undefined)
    await vscode.env.openExternal(vscode.Uri.parse(documentation));
}
