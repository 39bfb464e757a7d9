import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log/log";
import { newestNoted } from "@/lib/site/requests/newest-known";
import { isQuiet } from "@/lib/site/requests/shed-load";

/** How often it is looked whether there is a newer version, in milliseconds. */
const LOOKED = 2_000;
/** Between two looks whether nobody waits, and for how long readers go first at a time. */
const PAUSE = 50;
const LONGEST = 2_000;

/**
 * Has something found out and kept whenever something was published or withheld, and at the start, while nobody waits.
 * @param keep is given what it waits for between its statements; what fails is tried again
 */
export function keepAhead(keep: (pause: () => Promise<void>) => Promise<unknown>): void {
  let done = "";
  let isKeeping = false;
  setInterval(async () => {
    const newest = newestNoted()?.whole;
    if (newest === undefined || isKeeping) return;
    const now = `${newest.number} ${newest.withholdings}`;
    if (now === done) return;
    isKeeping = true;
    try {
      await keep(whileNobodyWaits);
      done = now;
    } catch (error) {
      log().error(error, "Digests of versions could not be kept");
      await wait(30_000, undefined, { ref: false });
    } finally {
      isKeeping = false;
    }
  }, LOOKED).unref();
}

async function whileNobodyWaits(): Promise<void> {
  const end = performance.now() + LONGEST;
  while (!isQuiet() && performance.now() < end) await wait(PAUSE, undefined, { ref: false });
}
