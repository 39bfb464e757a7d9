import { setTimeout as wait } from "node:timers/promises";
import { startWeb } from "../web.mjs";
import { BACK_WITHIN, stretched } from "./answers.mjs";

/** For how many milliseconds the database is missed by a web process that has never seen it. */
const MISSED = 5_000;

/** Starts the web process while the database is away, and has it asked without a pause until it is there again. */
export async function startedBefore(
  server: { url: string; startAgain(): Promise<void> },
  { port, secret }: { port: number; secret: string },
): Promise<string[]> {
  const starting = startWeb({ port, databaseUrl: server.url, secret, quiet: true }).catch(
    (error: Error) => error,
  );
  let isAsking = true;
  const asking = (async () => {
    while (isAsking) {
      await fetch(`http://localhost:${port}/`).catch(() => undefined);
      await wait(50);
    }
  })();
  try {
    await wait(MISSED);
    await server.startAgain();
    const late = "late" as const;
    const web = await Promise.race([starting, wait(stretched(BACK_WITHIN), late, { ref: false })]);
    if (web === late)
      return [`it answers with nothing ${BACK_WITHIN} ms after the database is there`];
    return web instanceof Error ? [web.message] : [];
  } finally {
    isAsking = false;
    await asking;
    const web = await starting;
    if (!(web instanceof Error)) await web.stop();
  }
}
