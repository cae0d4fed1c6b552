import type { Input } from "../provider.ts";

/** What every token for Apple's services of one developer team asks for. */
export const appleInputs = [
  {
    id: "teamId",
    label: "Team ID",
    help: "Ten characters that identify your team. They become the issuer (iss).",
    where: "On developer.apple.com, under Membership details.",
    required: true,
    example: "DEF123GHIJ",
    pattern: { source: "[A-Z0-9]{10}", hint: "a team ID is ten capital letters and digits, such as DEF123GHIJ" },
  },
  {
    id: "keyId",
    label: "Key ID",
    help: "Ten characters that identify the key. The file's name holds them, AuthKey_<KEYID>.p8.",
    where: "On developer.apple.com, under Keys.",
    required: true,
    fromKid: true,
    example: "ABC123DEFG",
    pattern: { source: "[A-Z0-9]{10}", hint: "a key ID is ten capital letters and digits, such as ABC123DEFG" },
  },
] as const satisfies readonly Input[];

/** How Apple hands out keys for a service. */
export const appleKey = (service: string) => ({
  madeBy: "service" as const,
  where: `Apple lets you download it once, as AuthKey_<KEYID>.p8, when you make a key with ${service} on developer.apple.com.`,
});
