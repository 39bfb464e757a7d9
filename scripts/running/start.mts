import { environment } from "@/lib/environment/current-environment";
import { children, secondsSince, step } from "../progress.mjs";
import { build } from "./build.mjs";
import { closedFactorLines } from "./closed-factors.mjs";
import { migrate, openDatabase, seed } from "./database.mjs";
import { dataFolder, refuseIfHeld } from "./embedded.mjs";
import { generate } from "./generate.mjs";
import { keptSecret } from "./secret.mjs";
import { setUpUrl } from "./set-up-link.mjs";
import { stopRequest } from "./stop-request.mjs";
import { chosenPort, startWeb } from "./web.mjs";

/** `npm start`, and `npm run dev` with `--dev`. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const dev = args.includes("--dev");
  const asked = stopRequest();
  warnOfRoot();
  if (environment().DATABASE_URL === undefined) await refuseIfHeld(dataFolder());
  const port = await chosenPort();
  const running: { stop(): Promise<void> }[] = [];
  const prepare = async () => {
    await generate();
    const opening = openDatabase();
    // Known before it is open, so that it is stopped also where the build fails meanwhile.
    running.unshift({
      stop: () =>
        opening.then(
          (opened) => opened.stop(),
          () => undefined,
        ),
    });
    const fill = async () => {
      const opened = await opening;
      await migrate(opened.url);
      await seed(opened.url);
      return opened;
    };
    // They wait for different things: the one for the database, the other for the processors.
    const [database] = await Promise.all([fill(), dev ? null : step("Build", build)]);
    const secret = environment().LOSSLINE_SECRET ?? keptSecret(dataFolder());
    const web = await step("Server", async (settle) => {
      const started = await startWeb({ port, databaseUrl: database.url, secret, dev });
      settle(dev ? "started for development" : "started");
      return started;
    });
    running.unshift(web);
    const setUp = await setUpUrl(database.url, port);
    for (const line of await closedFactorLines(database.url, secret)) console.error(line);
    console.log(`
  Open          ${web.address}
  ${setUp === null ? `Desk          ${web.address}/desk` : `First editor  ${setUp}`}
  Data          ${database.where}
  Stop          Ctrl-C
  Ready in      ${secondsSince(0)}
`);
    return Promise.race([database.ended, web.ended]);
  };
  try {
    const ended = await Promise.race([asked, prepare()]);
    if (ended !== null) console.error(`\n${ended}`);
    return ended === null ? 0 : 1;
  } finally {
    for (const child of children) child.kill();
    for (const part of running) await part.stop();
  }
}

function warnOfRoot(): void {
  if (process.getuid?.() !== 0) return;
  console.error(
    "  It runs as root. Give it a user of its own: whoever finds a way into it would have the whole machine.",
  );
}
