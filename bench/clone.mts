import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root, StepFailure, shortened, step } from "../scripts/progress.mjs";
import { freePort } from "../scripts/running/web.mjs";
import { type Measured, measurement } from "./measurement.mjs";

const LONGEST = 30 * 60 * 1000;

/** How long a fresh clone of the last commit takes to its first page, and to the end of its tests. */
export async function measureClone(): Promise<Measured> {
  const start = await step("Clone, start", () => inClone(toFirstPage));
  const test = await step("Clone, test", () => inClone(toTestsDone));
  return {
    title: "A fresh clone of the last commit",
    notes: [`npm's cache as it is. npm test ended with: ${test.ending}`],
    figures: [
      measurement("Fresh clone to first page", "s", [start.seconds]),
      measurement("Fresh clone to npm test done", "s", [test.seconds]),
    ],
  };
}

interface Outcome {
  seconds: number;
  /** The last line said. */
  ending: string;
}

async function inClone(work: (folder: string) => Promise<string>): Promise<Outcome> {
  const parent = mkdtempSync(path.join(tmpdir(), "lossline-clone-"));
  const folder = path.join(parent, "lossline");
  try {
    const start = performance.now();
    execFileSync("git", ["clone", "--quiet", root, folder], { stdio: "pipe" });
    const ending = await work(folder);
    return { seconds: (performance.now() - start) / 1000, ending };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function toFirstPage(folder: string): Promise<string> {
  const port = await freePort();
  const started = npm(folder, ["start"], { PORT: String(port) });
  try {
    for (let waited = 0; waited < LONGEST && started.child.exitCode === null; waited += 50) {
      if (await hasPage(`http://localhost:${port}/`)) return "ready";
      await wait(50);
    }
    throw new StepFailure(`npm start showed no page.\n\n${shortened(started.said())}`);
  } finally {
    started.stop("SIGTERM");
    await started.ended;
  }
}

async function hasPage(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    return response.ok && (await response.text()).includes("</html>");
  } catch {
    return false; // not listening yet
  }
}

async function toTestsDone(folder: string): Promise<string> {
  const tested = npm(folder, ["test"], {});
  const late = setTimeout(() => tested.stop("SIGKILL"), LONGEST);
  await tested.ended;
  clearTimeout(late);
  const ending = tested.said().trimEnd().split("\n").at(-1) ?? "";
  if (!/^\d+ passed, \d+ failed$/.test(ending)) {
    throw new StepFailure(`npm test did not get to its end.\n\n${shortened(tested.said())}`);
  }
  return ending;
}

interface Started {
  child: ChildProcess;
  said(): string;
  ended: Promise<void>;
  /** Signals npm and all that it started. */
  stop(signal: NodeJS.Signals): void;
}

/** Runs npm as from a shell of its own: without what the npm that runs this told its children. */
function npm(cwd: string, args: string[], env: Record<string, string>): Started {
  // biome-ignore lint/style/noProcessEnv: handed on, but for the settings
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|DATABASE_URL$|LOSSLINE_)/.test(name),
  );
  const child = spawn("npm", args, {
    cwd,
    env: { ...Object.fromEntries(own), ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  child.stdout.on("data", (bytes) => {
    said += String(bytes);
  });
  child.stderr.on("data", (bytes) => {
    said += String(bytes);
  });
  const stop = (signal: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, signal);
  };
  const stopWithUs = () => stop("SIGTERM");
  process.once("exit", stopWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      process.off("exit", stopWithUs);
      resolve();
    });
  });
  return { child, said: () => said, ended, stop };
}
