/** `npm run picture`: takes the README's picture from the running product into `media/at-work.png`. */
import { join } from "node:path";
import { insertedToken, setUpLirium } from "../host/harness/demoWindow.ts";
import { newRunFolder, repositoryRoot } from "../host/harness/folders.ts";
import { open } from "../host/harness/workbench.ts";
import { makeDemoFolder } from "./demoFolder.ts";
import { generateDemoKeys } from "./demoKeys.ts";

const folder = newRunFolder("picture");
makeDemoFolder(folder, await generateDemoKeys(), 8080);
const window = await open({ folder, settings: { "editor.minimap.enabled": false, "editor.fontSize": 13 } });
try {
  await window.page.setViewportSize({ width: 1280, height: 760 });
  await window.openFile("lirium.http");
  await window.goToLine(8);
  await setUpLirium(window);
  await window.clickNotificationButton("Lirium token copied", "Insert into Request");
  await insertedToken(window, "lirium.http");
  await window.clearNotifications();
  await window.runCommand("View: Toggle Primary Side Bar Visibility");
  await window.runCommand("Mint Lirium token");
  await window.runCommand("Open Token Panel");
  await window.notification("Lirium token copied");
  await window.page.waitForTimeout(2_000);
  await window.page.screenshot({ path: join(repositoryRoot, "media", "at-work.png") });
} finally {
  await window.close();
}
