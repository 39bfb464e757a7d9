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

/** How long it says that it stops before it takes no more connections, in seconds: longer than anybody waits here. */
const DRAIN = 300;
const LONGEST_START = 240_000;
const LONGEST_END = 120_000;
/** Pictures that take long to make, none of which is kept. */
const SLOW = [21, 22, 23].map(
  (year) => `/charts/monthly.png?year=20${year}&scale=4&shape=story&theme=dark`,
);

/** Starts the program twice in a folder of its own, and stops it in order and then at once. */
export async function stopOutcomes(): Promise<StopOutcome[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-stop-"));
  try {
    return [
      { name: "a stop in order", problems: await stoppedInOrder(folder).catch(asProblem) },
      {
        name: "a second signal ends it at once",
        problems: await stoppedAtOnce(folder).catch(asProblem),
      },
      { name: "the log goes on over a restart", problems: logProblems(folder) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asProblem = (error: unknown) => [error instanceof Error ? error.message : String(error)];

/** Stopped at once, without a word before: what is under way is finished. */
async function stoppedInOrder(folder: string): Promise<string[]> {
  const running = await startProgram(folder, 0);
  try {
    const slow = SLOW.map((view) => running.ask(view));
    await running.hasUnderWay(SLOW.length);
    running.signal("SIGTERM");
    const cut = (await Promise.allSettled(slow)).flatMap((each) => {
      if (each.status === "rejected") return [`a picture was cut off: ${each.reason}`];
      const { status, bytes, length } = each.value;
      if (status === 200 && bytes > 10_000 && bytes === length) return [];
      return [`a picture came with ${status} and ${bytes} of ${length} bytes`];
    });
    const code = await running.ended();
    const locks = readdirSync(folder).filter((name) => name.startsWith("lock"));
    return [
      ...cut,
      ...(code === 0 ? [] : [`it ended with ${code}: ${running.said()}`]),
      ...((await running.isGone()) ? [] : ["it still answers after its end"]),
      ...(locks.length === 0 ? [] : [`the embedded database left ${locks.join(", ")} behind`]),
    ];
  } finally {
    running.signal("SIGKILL");
  }
}

/** Stopped with a long word before, and then at once. */
async function stoppedAtOnce(folder: string): Promise<string[]> {
  const running = await startProgram(folder, DRAIN);
  const problems: string[] = [];
  const must = (isSo: boolean, problem: string) => {
    if (!isSo) problems.push(problem);
  };
  try {
    running.signal("SIGTERM");
    // A second one within a moment counts as the same.
    await wait(1_500);
    const told = await running.ask("/readyz");
    must(told.status === 503, `/readyz answered ${told.status} after the first signal`);
    must(told.text.includes('"running": "failed"'), `/readyz said ${told.text}`);
    for (const view of ["/healthz", "/"]) {
      const { status } = await running.ask(view);
      must(status === 200, `${view} answered ${status} before the end`);
    }
    running.signal("SIGTERM");
    const code = await running.ended();
    must(code === 1, `it ended with ${code}: ${running.said()}`);
    // What it had started notices that it is gone.
    for (let tries = 0; tries < 300 && !(await running.isGone()); tries++) await wait(100);
    must(await running.isGone(), "its server is still there");
  } finally {
    running.signal("SIGKILL");
  }
  return problems;
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
  /** Resolves once so many answers are being made for readers. */
  hasUnderWay(answers: number): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** The exit code, or a signal's name. @throws where it goes on */
  ended(): Promise<number | string>;
  isGone(): Promise<boolean>;
  /** What it wrote to standard error. */
  said(): string;
}

/** Starts the program whole, with an embedded database in a folder, and waits until it serves. */
async function startProgram(folder: string, drain: number): Promise<RunningProgram> {
  const [port, metricsPort] = [await freePort(), await freePort()];
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
      LOSSLINE_METRICS: `127.0.0.1:${metricsPort}`,
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
    hasUnderWay: async (answers) => {
      for (let tries = 0; tries < 500; tries++) {
        const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
        const found = /^lossline_answers_under_way (\d+)$/m.exec(await metrics.text())?.[1];
        if (Number(found) >= answers) return;
        await wait(20);
      }
      throw new Error(`Never were ${answers} answers under way.`);
    },
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
