import path from "node:path";
import { type CrashWriters, faultsOf } from "../crash-writers.mjs";
import { freePort, startWeb } from "../web.mjs";
import { answeredSoon, KEPT, newViews, PERMANENT, Readers, said } from "./answers.mjs";

/** A web process whose clock is days behind or ahead: what is permanent is the same, and editors go on. */
export async function movedClock(
  days: number,
  { url, secret, writers }: { url: string; secret: string; writers: CrashWriters },
): Promise<string[]> {
  const preload = path.join(import.meta.dirname, "moved-clock.cjs");
  const web = await startWeb({
    port: await freePort(),
    databaseUrl: url,
    secret,
    quiet: true,
    env: { NODE_OPTIONS: `--require ${preload}`, TEST_CLOCK_DAYS: String(days) },
  });
  try {
    const moved = new Readers(web.address);
    const right = new Readers(writers.client.base);
    const problems: string[] = [];
    for (const each of PERMANENT) {
      const [a, b] = await Promise.all([moved.ask(each), right.ask(each)]);
      if (a.status !== 200 || a.text !== b.text)
        problems.push(`${each} ${said(a)}, and is another than where the clock is right`);
    }
    const others = [...KEPT, ...newViews(), "/search?q=exchange", "/suggest", "/desk/sign-in"];
    problems.push(...(await answeredSoon(moved, [...others, "/version.json", "/changes"])));
    const before = writers.publications.length;
    const editor = writers.at(web.address);
    await editor.signIn();
    await editor.publishOne();
    if (writers.publications.length === before) problems.push("nothing could be published");
    return [...problems, ...(await faultsOf(url, writers))];
  } finally {
    await web.stop();
  }
}
