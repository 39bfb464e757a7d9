import { test } from "@playwright/test";
import { expectAccessibleEverywhere } from "@/e2e/support/accessibility";
import { firstAdmin } from "./support/people";

/** Those that need nothing but somebody who is signed in; the journeys look at the others as they pass. */
const PAGES = [
  "/desk",
  "/desk/queue",
  "/desk/records?q=coinex",
  "/desk/records/bulk?all=found&q=coinex&change=add.attributions",
  "/desk/sources",
  "/desk/records/incident/coinex-2023-09",
  "/desk/worklists",
  "/desk/worklists/stale-suspicion",
  "/desk/worklists/unexplained-gaps",
  "/desk/worklists/thin-months",
  "/desk/worklists/dead-link",
  "/desk/keys",
  "/desk/new/incident",
  "/desk/new/actor",
  "/desk/imports",
  "/desk/suggestions",
  "/desk/people",
  "/desk/audit",
  "/desk/withholding",
  "/desk/account",
  "/desk/nothing-here",
];

test("axe finds nothing at the desk, on a phone and a desk, light and dark", async ({ page }) => {
  await page.goto("/desk/sign-in");
  await expectAccessibleEverywhere(page);
  await firstAdmin(page);
  for (const address of PAGES) {
    await page.goto(address);
    await expectAccessibleEverywhere(page);
  }
});
