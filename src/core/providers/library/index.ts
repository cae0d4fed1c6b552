import { appleMaps } from "./appleMaps.ts";
import { appleMusic } from "./appleMusic.ts";
import { applePush } from "./applePush.ts";
import { appleWeatherKit } from "./appleWeatherKit.ts";
import { appStoreServer } from "./appStoreServer.ts";
import { coinbaseCdp } from "./coinbaseCdp.ts";
import { doordashDrive } from "./doordashDrive.ts";
import { ghostAdmin } from "./ghostAdmin.ts";
import { githubApp } from "./githubApp.ts";
import { googleServiceAccount } from "./googleServiceAccount.ts";
import { hasura } from "./hasura.ts";
import { livekit } from "./livekit.ts";
import { postgrest } from "./postgrest.ts";
import { supabase } from "./supabase.ts";
import { vonage } from "./vonage.ts";
import type { Provider } from "../provider.ts";

/** The services beyond the first six, in the order lists show them. */
export const library: readonly Provider[] = [
  githubApp,
  googleServiceAccount,
  appStoreServer,
  applePush,
  appleMusic,
  appleMaps,
  appleWeatherKit,
  vonage,
  livekit,
  coinbaseCdp,
  doordashDrive,
  ghostAdmin,
  supabase,
  hasura,
  postgrest,
];
