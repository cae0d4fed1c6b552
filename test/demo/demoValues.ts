/** What the local partner API knows its caller by. The demo's requests name the same values. */
export const demoValues = {
  lirium: { apiKey: "demo-api-key" },
  happyPathology: { organizationId: "demo-organization", keyId: "demo-key", userId: "demo-user" },
  helpLightning: { siteId: "54344", apiKey: "demo-api-key" },
  appStoreConnect: { keyId: "DEMO123456", issuerId: "57246542-96fe-1a63-e053-0824d011072a" },
  partnerApi: { clientId: "demo-client" },
} as const;
