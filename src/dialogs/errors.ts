import { userError } from "../core/errors.ts";

export const fileNotWritten = () =>
  userError("FILE_NOT_WRITTEN", "The file could not be written.", "Choose a folder that you can write to.");

export const fileNotDeleted = () =>
  userError("FILE_NOT_DELETED", "The file could not be deleted.", "Check its permissions, or delete it by hand.");

export const noKeys = () =>
  userError("NO_KEYS", "There is no such key on this machine.", "Run JWT Mint: Import Key… first.");

export const noLostKeys = () =>
  userError("NO_LOST_KEYS", "No key is missing.", "Run JWT Mint: Import Key… to add one.");

export const noProfiles = () =>
  userError("NO_PROFILES", "There is no profile yet.", "Run JWT Mint: Save Profile… first.");
