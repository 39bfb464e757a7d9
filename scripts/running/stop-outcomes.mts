import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../progress.mjs";
import { freePort } from "./web.mjs";

// The program as operators run it, stopped while it answers: nobody's answer is cut off, and all of it ends in order.

interface StopOutcome {
  name: string;
  /** In sentences; none where all is as promised. */
  problems: string[];
}

/** How long it says that it stops before it takes no more connections, in seconds. */
const DRAIN = 3;
const LONGEST_START = 240_000;
const LONGEST_END = 60_000;
/** Pictures that take long to make, none of which is kept. */
const SLOW = [21, 22, 23].map(
  (year) => `/charts/monthly.png?year=20${year}&scale=4&shape=story&theme=dark`,
);

/** Starts the program twice in a folder of its own, and stops it in order and then at once. */
export async function stopOutcomes(): Promise<StopOutcome[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-stop-"));
  try {
    return [
      { name: "a stop in order", problems: await stoppedInOrder(folder) },
      { name: "a second signal ends it at once", problems: await stoppedAtOnce(folder) },
      { name: "the log goes on over a restart", problems: logProblems(folder) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stoppedInOrder(folder: string): Promise<string[]> {
  const running = await startProgram(folder, DRAIN);
  const problems: string[] = [];
  const must = (isSo: boolean, problem: string) => {
    if (!isSo) problems.push(problem);
  };
  try {
    const before = await running.ask("/readyz");
    must(before.status === 200, `/readyz answered ${before.status}: ${before.text}`);
    const slow = SLOW.map((view) => running.ask(view));
    await wait(300);
    running.signal("SIGTERM");
    await wait(500);
    const told = await running.ask("/readyz");
    must(told.status === 503, `/readyz answered ${told.status} after SIGTERM`);
    must(told.text.includes('"running": "failed"'), `/readyz said ${told.text}`);
    const [alive, page] = [await running.ask("/healthz"), await running.ask("/")];
    must(alive.status === 200, `/healthz answered ${alive.status} before the end`);
    must(page.status === 200, `a page was answered ${page.status} before the end`);
    for (const { status, bytes, length } of await Promise.all(slow))
      must(
        status === 200 && bytes > 10_000 && bytes === length,
        `a picture that was under way came with ${status} and ${bytes} of ${length} bytes`,
      );
    const code = await running.ended();
    must(code === 0, `it ended with ${code}: ${running.said()}`);
    must(await running.isGone(), "it still answers after its end");
    const locks = readdirSync(folder).filter((name) => name.startsWith("lock"));
    must(locks.length === 0, `the embedded database left ${locks.join(", ")} behind`);
  } finally {
    running.signal("SIGKILL");
  }
  return problems;
}

async function stoppedAtOnce(folder: string): Promise<string[]> {
  const running = await startProgram(folder, 120);
  try {
    running.signal("SIGTERM");
    await wait(1_500);
    const told = await running.ask("/readyz");
    running.signal("SIGTERM");
    const begun = performance.now();
    const code = await running.ended();
    const took = performance.now() - begun;
    const problems = [
      ...(told.status === 503 ? [] : [`/readyz answered ${told.status} after the first signal`]),
      ...(code === 1 ? [] : [`it ended with ${code}: ${running.said()}`]),
      // Half of what it would have waited for.
      ...(took < 60_000 ? [] : [`it took ${Math.round(took)} ms`]),
    ];
    // What it had started notices that it is gone.
    for (let tries = 0; tries < 100 && !(await running.isGone()); tries++) await wait(100);
    return (await running.isGone()) ? problems : [...problems, "its server is still there"];
  } finally {
    running.signal("SIGKILL");
  }
}

function logProblems(folder: string): string[] {
  const file = path.join(folder, "log", "web.log");
  if (!existsSync(file)) return [`there is no ${file}`];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const problems: string[] = [];
  const parsed = lines.flatMap((line): Record<string, unknown>[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      problems.push(`a line is no JSON: ${line.slice(0, 200)}`);
      return [];
    }
  });
  const stops = parsed.filter(({ message }) => message === "The process stops").length;
  if (stops !== 2) problems.push(`it stopped twice, and the log has ${stops} lines of that`);
  const requests = parsed.filter(({ message }) => message === "request");
  if (!requests.some(({ route, status }) => route === "chartFile" && status === 200))
    problems.push("the pictures have no line in the access log");
  return problems;
}

interface Answer {
  status: number;
  bytes: number;
  /** What the answer says of its length; its bytes where it does not. */
  length: number;
  text: string;
}

interface RunningProgram {
  ask(view: string): Promise<Answer>;
  signal(signal: NodeJS.Signals): void;
  /** The exit code, or a signal's name. @throws where it goes on */
  ended(): Promise<number | string>;
  isGone(): Promise<boolean>;
  /** What it wrote to standard error. */
  said(): string;
}

/** Starts the program whole, with an embedded database in a folder, and waits until it serves. */
async function startProgram(folder: string, drain: number): Promise<RunningProgram> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: {
      // biome-ignore lint/style/noProcessEnv: handed on whole
      ...process.env,
      DATABASE_URL: "",
      PORT: String(port),
      LOSSLINE_DATA: folder,
      LOSSLINE_LOG: path.join(folder, "log"),
      LOSSLINE_ACCESS_LOG: "1",
      LOSSLINE_DRAIN_SECONDS: String(drain),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout?.resume();
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const end = new Promise<number | string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code ?? "?")),
  );
  const base = `http://127.0.0.1:${port}`;
  const ask = async (view: string): Promise<Answer> => {
    // Another connection each time, as new readers have.
    const answer = await fetch(`${base}${view}`, { headers: { Connection: "close" } });
    const body = new Uint8Array(await answer.arrayBuffer());
    const { byteLength: bytes } = body;
    const length = Number(answer.headers.get("content-length") ?? bytes);
    return { status: answer.status, bytes, length, text: new TextDecoder().decode(body) };
  };
  const until = performance.now() + LONGEST_START;
  for (;;) {
    const status = await ask("/readyz").then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 200) break;
    if (performance.now() > until || child.exitCode !== null) {
      child.kill("SIGKILL");
      throw new Error(`The program did not start; /readyz: ${status}. ${said}`);
    }
    await wait(200);
  }
  // The start itself asks for the first page before it is done.
  await ask("/");
  return {
    ask,
    signal: (signal) => void child.kill(signal),
    ended: () =>
      Promise.race([
        end,
        wait(LONGEST_END, undefined, { ref: false }).then(() => {
          throw new Error("The program does not end.");
        }),
      ]),
    isGone: () =>
      ask("/healthz").then(
        () => false,
        () => true,
      ),
    said: () => said,
  };
}
