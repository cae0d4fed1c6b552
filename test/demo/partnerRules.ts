import type { Algorithm, JwtHeader, JwtPayload } from "jsonwebtoken";
import { demoValues } from "./demoValues.ts";

export type ProviderId =
  "lirium" | "happy-pathology" | "help-lightning" | "app-store-connect" | "partner-api" | "custom";

/** A call whose token has a good signature. Times are in seconds since the epoch. */
export interface VerifiedCall {
  readonly header: JwtHeader;
  readonly claims: JwtPayload;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  readonly now: number;
}

/** What one provider asks of a call. */
export interface PartnerRule {
  readonly provider: ProviderId;
  readonly path: string;
  readonly algs: readonly Algorithm[];
  /** Whether the token stands behind `Bearer` in the Authorization header, or alone. */
  readonly scheme: "Bearer" | "none";
  /** Says what is wrong with a call, each complaint only if its condition is not met. */
  readonly complaints: (call: VerifiedCall) => readonly Complaint[];
}

type Complaint = readonly [isMet: boolean, sentence: string];

const minute = 60;
const hour = 3_600;
const jwtType = ({ header }: VerifiedCall): Complaint => [header.typ === "JWT", 'The header must have "typ": "JWT".'];
const noKid = ({ header }: VerifiedCall): Complaint => [header.kid === undefined, "The header must not have a kid."];
const issuedAt = ({ claims, now }: VerifiedCall): Complaint => [
  typeof claims.iat === "number" && claims.iat <= now + minute,
  "iat must be there, and not in the future.",
];
const expires = ({ claims }: VerifiedCall): Complaint => [typeof claims.exp === "number", "exp must be there."];
const lifetime = ({ claims }: VerifiedCall): number => (claims.exp ?? Infinity) - (claims.iat ?? 0);
const isClaim = ({ claims }: VerifiedCall, name: string, value: string): Complaint => [
  claims[name] === value,
  `${name} must be "${value}".`,
];

const lirium: PartnerRule = {
  provider: "lirium",
  path: "/lirium/v1/partner",
  algs: ["RS512"],
  scheme: "Bearer",
  complaints: (call) => [
    jwtType(call),
    noKid(call),
    isClaim(call, "iss", demoValues.lirium.apiKey),
    issuedAt(call),
    [Math.abs(call.now - (call.claims.iat ?? 0)) <= 5 * minute, "iat is more than 5 minutes old: mint a fresh token."],
    [Object.keys(call.claims).toSorted().join() === "iat,iss", "There must be no claims but iss and iat."],
  ],
};

const happyPathology: PartnerRule = {
  provider: "happy-pathology",
  path: "/happy-pathology/v1/source",
  algs: ["RS256"],
  scheme: "Bearer",
  complaints: (call) => {
    const { aud, sub, jti } = call.claims;
    return [
      jwtType(call),
      noKid(call),
      [[aud].flat().join() === "api.happypathology.com", 'aud must be "api.happypathology.com".'],
      isClaim(call, "iss", demoValues.happyPathology.organizationId),
      isClaim(call, "kid", demoValues.happyPathology.keyId),
      [typeof sub === "string" && sub !== "", "sub must be the user's ID."],
      [typeof jti === "string" && /^\d{19}$/.test(jti), "jti must be the Unix time in nanoseconds, as a string."],
      issuedAt(call),
      expires(call),
      [lifetime(call) <= hour, "exp must be at most 1 hour after iat."],
    ];
  },
};

const helpLightning: PartnerRule = {
  provider: "help-lightning",
  path: "/help-lightning/api/v1/users",
  algs: ["RS256"],
  scheme: "none",
  complaints: (call) => [
    jwtType(call),
    isClaim(call, "iss", "Ghazal"),
    isClaim(call, "sub", `Partner:${demoValues.helpLightning.siteId}`),
    isClaim(call, "aud", "Ghazal"),
    expires(call),
    [
      call.requestHeaders["x-helplightning-api-key"] === demoValues.helpLightning.apiKey,
      `The request must have the header "x-helplightning-api-key: ${demoValues.helpLightning.apiKey}".`,
    ],
  ],
};

const appStoreConnect: PartnerRule = {
  provider: "app-store-connect",
  path: "/app-store-connect/v1/apps",
  algs: ["ES256"],
  scheme: "Bearer",
  complaints: (call) => {
    const { iss, sub, scope } = call.claims;
    const { keyId, issuerId } = demoValues.appStoreConnect;
    const isIndividual = iss === undefined && sub === "user";
    return [
      jwtType(call),
      [call.header.kid === keyId, `The header must have "kid": "${keyId}".`],
      [
        iss === issuerId || isIndividual,
        `iss must be "${issuerId}", or absent with "sub": "user" for an individual key.`,
      ],
      isClaim(call, "aud", "appstoreconnect-v1"),
      issuedAt(call),
      expires(call),
      [lifetime(call) <= 20 * minute, "exp must be at most 20 minutes after iat."],
      [
        scope === undefined || (Array.isArray(scope) && scope.includes("GET /v1/apps")),
        'scope, if there is one, must be an array that holds "GET /v1/apps".',
      ],
    ];
  },
};

const partnerApi: PartnerRule = {
  provider: "partner-api",
  path: "/partner-api/portfolio",
  algs: ["HS256"],
  scheme: "Bearer",
  complaints: (call) => [
    jwtType(call),
    isClaim(call, "clientId", demoValues.partnerApi.clientId),
    issuedAt(call),
    expires(call),
  ],
};

const custom: PartnerRule = {
  provider: "custom",
  path: "/custom",
  algs: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  scheme: "Bearer",
  complaints: () => [],
};

/** Every route of the local partner API. */
export const partnerRules: readonly PartnerRule[] = [
  lirium,
  happyPathology,
  helpLightning,
  appStoreConnect,
  partnerApi,
  custom,
];
