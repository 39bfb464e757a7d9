import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log/log";
import type { Version } from "@/lib/record/versions/version";
import { newestKnown, onPublication } from "@/lib/site/requests/newest-known";
import type { AskedUrl, ReadyAnswers } from "@/lib/site/requests/ready-answers";

// A publication makes every plain URL another page. What readers asked for most is made before they ask again: one after
// the other, and only while nobody waits for anything.

/** So many pages are made ahead, and the overview of each host. */
const MOST = 20;
/** How often it is looked whether there is a newer version, in milliseconds, where no reader has it found out. */
const LOOKED = 1_000;
/** Between two looks whether nobody waits. */
const PAUSE = 50;
/** After so many milliseconds it is left to the readers: they have asked by then. */
const GIVEN_UP = 120_000;

interface AskAhead {
  ready: ReadyAnswers;
  /** Whether nobody waits for an answer. */
  isQuiet: () => boolean;
  /** Finds out which version is the newest. */
  ask: () => Promise<Version | null>;
  /** Where this process serves. */
  serves: () => string;
}

/** Makes what was asked for most anew, whenever something is published. */
export function askAhead({ ready, isQuiet, ask, serves }: AskAhead): void {
  let publication = 0;
  onPublication(() => {
    publication += 1;
    const current = publication;
    const isOver = () => current !== publication;
    makeAll(ahead(ready.mostAsked(MOST))).catch((error: unknown) =>
      log().error(error, "Pages of a new version could not be made ahead"),
    );

    async function makeAll(urls: readonly AskedUrl[]): Promise<void> {
      const end = performance.now() + GIVEN_UP;
      for (const asked of urls) {
        while (!isQuiet()) {
          await wait(PAUSE, undefined, { ref: false });
          if (isOver() || performance.now() > end) return;
        }
        if (isOver()) return;
        if (!ready.isReady(asked)) await make(asked, serves());
      }
    }
  });
  setInterval(() => newestKnown(ask), LOOKED).unref();
}

/** The overviews first. */
function ahead(asked: readonly AskedUrl[]): AskedUrl[] {
  const origins = [...new Set(asked.map(({ origin }) => origin))];
  const overviews = origins.map((origin) => ({ origin, url: "/" }));
  return [...overviews, ...asked.filter(({ url }) => url !== "/")];
}

/** Asks this process for a page as a reader would; whatever comes of it is the readers' to see. */
function make({ origin, url }: AskedUrl, base: string): Promise<void> {
  const { host, protocol } = new URL(origin);
  const headers = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.replace(":", ""),
  };
  return new Promise((resolve, reject) => {
    request(new URL(base).origin + url, { headers, agent: false }, (answer) => {
      answer.on("end", resolve).on("error", reject).resume();
    })
      .on("error", reject)
      .end();
  });
}
