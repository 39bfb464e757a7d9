import { setImmediate, setTimeout as wait } from "node:timers/promises";
import type { Version } from "@/lib/record/versions/version";

// Which version is the newest, as it was last found out, for what answers before the gate. Next bundles the two apart.

/** For how many milliseconds what was found out is taken for so: a publication is seen within a second. */
const HOLDS = 900;
/** After so many it is found out anew, while requests are answered all the same. */
const ASKED_AGAIN = 500;
/** For how many it is taken for so while the answer to a question that was put in time is late: the machine is busy then. */
const HOLDS_WHILE_ASKED = 1_900;
/** Between two questions, where one fails or takes long. */
const BETWEEN = 250;
/**
 * For so long a reader of what is kept waits to hear whether it still holds. With the second that the gate waits after that
 * (`record-lookups.ts`) it is less than what anybody waits for a database that does not answer (`say-trouble.ts`).
 */
const SOON = 250;

interface Known {
  version: number;
  /** All of it. */
  whole: Version;
  /** How many orders to withhold texts there were. */
  withholdings: number;
  /** When it was last found to be the newest, by `performance.now()`. */
  at: number;
  /** Since when it is known to be, with these orders. */
  since: number;
}

const shared = globalThis as unknown as {
  losslineNewest?: Known;
  losslineOnPublication?: () => void;
};

/** Has it told when a newer version is found than the one that was known. One at a time wants to know. */
export function onPublication(hear: () => void): void {
  shared.losslineOnPublication = hear;
}

/** Notes which version was found to be the newest. @param asked when that was asked, by `performance.now()` */
export function noteNewest(whole: Version, asked: number): void {
  const { number, withholdings } = whole;
  const known = shared.losslineNewest;
  if (known !== undefined && known.at > asked) return;
  const isSame = known?.version === number && known.withholdings === withholdings;
  shared.losslineNewest = {
    version: number,
    whole,
    withholdings,
    at: asked,
    since: isSame ? known.since : performance.now(),
  };
  if (known !== undefined && number > known.version) shared.losslineOnPublication?.();
}

/** The newest version as it was last found out, by whomever, and when that was asked; null where nobody has. */
export function newestNoted(): Pick<Known, "whole" | "at"> | null {
  return shared.losslineNewest ?? null;
}

let askedAt = Number.NEGATIVE_INFINITY;
/** The question that is under way; resolves when it is answered or has failed. */
let asking: Promise<void> | null = null;

/**
 * The newest version and how many texts were withheld from it; null where nobody has found out for a moment.
 * @param ask finds out; null while nothing has been published
 */
export function newestKnown(ask: () => Promise<Version | null>): Known | null {
  const known = shared.losslineNewest;
  if (known === undefined) return null;
  const now = performance.now();
  const age = now - known.at;
  if (age > ASKED_AGAIN && asking === null && now - askedAt > BETWEEN) findOut(now, ask);
  const isAskedInTime = asking !== null && askedAt - known.at <= HOLDS;
  return age > (isAskedInTime ? HOLDS_WHILE_ASKED : HOLDS) ? null : known;
}

/** What has been so all the while since a moment, by `performance.now()`; null where nothing is known to have been. */
export function newestSince(moment: number): Known | null {
  const known = shared.losslineNewest;
  return known !== undefined && known.since < moment ? known : null;
}

/**
 * What the question says that is under way, to a reader who came at a moment: as new as for one who comes while it is
 * known. Null where there is no question, or it does not say so soon enough.
 */
export async function newestFor(came: number): Promise<Known | null> {
  if (asking === null) return null;
  const late = wait(SOON, undefined, { ref: false }).then(setImmediate);
  await Promise.race([asking, late]);
  const known = shared.losslineNewest;
  return known !== undefined && came - known.at <= HOLDS ? known : null;
}

function findOut(now: number, ask: () => Promise<Version | null>): void {
  askedAt = now;
  asking = ask()
    .then(
      (version) => {
        if (version !== null) noteNewest(version, now);
      },
      // The gate, which is asked next, says what is to be done.
      () => undefined,
    )
    .finally(() => {
      asking = null;
    });
}
