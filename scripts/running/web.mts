import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "@/lib/environment/current-environment";
import { servedHost } from "@/lib/environment/environment";
import { asText } from "@/lib/log/text-lines";
import { LONGEST_STOP, STOP_MESSAGE } from "@/lib/site/running/stop-message";
import { root, StepFailure, stateFolder } from "../progress.mjs";
import { nextCommand } from "./build.mjs";
import { eachLine, openLogFiles } from "./log-files.mjs";

export type RunningWeb = {
  address: string;
  /** Resolves with a sentence about it when it ends without having been asked to. */
  ended: Promise<string>;
  /** Kills it outright. */
  kill(): Promise<void>;
  /** Has it finish what is under way, and end. */
  stop(): Promise<void>;
  /** The most that the process has held, in megabytes; null where the system does not say. */
  peakMemory(): number | null;
  /** What it holds now, likewise. */
  memory(): number | null;
};

type WebOptions = {
  port: number;
  databaseUrl: string;
  /** What cookies are signed with; where none is given, LOSSLINE_SECRET of this process is. */
  secret?: string;
  dev?: boolean;
  quiet?: boolean;
  /** Whether what it says goes where this program's does, and into no file. */
  inSight?: boolean;
  /** Settings that are others than this process's, and what else it finds in its environment. */
  env?: Record<string, string>;
  /** The program, and what it is given first, by which Node is started; else Node itself. */
  through?: readonly [program: string, ...given: string[]];
};

/**
 * Serves the built program (or, with `dev`, the sources) and waits until its first page is there.
 * @throws {StepFailure} where it ends or does not answer within two minutes
 */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const { port, databaseUrl, secret, dev = false, quiet = false, inSight = false } = options;
  const { LOSSLINE_LOG: folder, LOSSLINE_LOG_FORMAT: format } = environment();
  const logs =
    inSight && folder === undefined
      ? null
      : openLogFiles(
          folder === undefined ? path.join(stateFolder, "logs") : path.resolve(root, folder),
          "web",
        );
  const seeLog = logs === null ? "" : `; see ${logs.file}`;
  // What goes to files is for programs; people read what they see at a terminal.
  const isSeen = !quiet && folder === undefined;
  const host = servedHost(environment());
  const [program, ...given] = [...(options.through ?? []), process.execPath];
  const child = spawn(
    program ?? process.execPath,
    [
      ...given,
      ...["end-with-parent.cjs", "long-backlog.cjs", "end-half-open.cjs"].flatMap((file) => [
        "--require",
        path.join(root, "scripts", "running", file),
      ]),
      nextCommand,
      dev ? "dev" : "start",
      "--port",
      String(port),
      // Of a loopback address, long-backlog.cjs knows; Next would ask itself for its own pages without end.
      ...(host && !LOOPBACK.test(host) ? ["--hostname", host] : []),
    ],
    {
      cwd: root,
      env: {
        // biome-ignore lint/style/noProcessEnv: handed on whole
        ...process.env,
        NODE_ENV: dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        LOSSLINE_LOG_FORMAT: "json",
        ...(host === undefined ? {} : { HOST: host }),
        ...(secret === undefined ? {} : { LOSSLINE_SECRET: secret }),
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    },
  );
  const isText = format === undefined ? process.stderr.isTTY === true : format === "text";
  for (const lines of [child.stdout, child.stderr]) {
    if (lines === null) continue;
    const see = (line: string) => {
      // Next's own word that it serves is said by the start in its way.
      if (!isSeen || (lines === child.stdout && !dev && !inSight)) return;
      process.stderr.write(isText && line.startsWith("{") ? asText(line) : `${line}\n`);
    };
    if (logs === null) eachLine(lines, see);
    else logs.keep(lines, see);
  }
  let asked = false;
  const exit = new Promise<string>((resolve) => {
    const closed = new Promise((done) => child.once("close", done));
    child.once("exit", async (code, signal) => {
      // Its last lines may still be on their way.
      await Promise.race([closed, wait(1_000, undefined, { ref: false })]);
      await logs?.close();
      resolve(`it ended with ${signal ?? code}${seeLog}`);
    });
    child.once("error", (error) => resolve(error.message));
  });
  const stop = async () => {
    asked = true;
    // A signal as well could be its second one, where whoever stops this program has sent it to all of them.
    if (dev || !child.connected) signalGroup(child, "SIGTERM");
    else child.send(STOP_MESSAGE);
    const late = setTimeout(() => signalGroup(child, "SIGKILL"), longestStop());
    await exit;
    clearTimeout(late);
  };
  const kill = async () => {
    asked = true;
    signalGroup(child, "SIGKILL");
    await exit;
  };
  const address = `http://localhost:${port}`;
  const failure = await Promise.race([
    exit,
    answers(`${isLocal(host) ? address : `http://${host}:${port}`}/`, seeLog),
  ]);
  if (failure !== null) {
    if (child.exitCode === null) await kill();
    throw new StepFailure(failure.includes(seeLog) ? failure : `${failure}${seeLog}`);
  }
  return {
    address,
    ended: new Promise((resolve) => {
      exit.then((how) => {
        if (!asked) resolve(`The web server ended unexpectedly: ${how}`);
      });
    }),
    kill,
    stop,
    peakMemory: () => memoryOf(child.pid, "VmHWM"),
    memory: () => memoryOf(child.pid, "VmRSS"),
  };
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1)$/;

/** In how many milliseconds a web process has ended that is asked to. */
export function longestStop(): number {
  return environment().LOSSLINE_DRAIN_SECONDS * 1_000 + LONGEST_STOP + 5_000;
}

function memoryOf(pid: number | undefined, which: "VmHWM" | "VmRSS"): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${which}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
}

/** Waits for the first answer; returns what is wrong, or null. */
async function answers(address: string, seeLog: string): Promise<string | null> {
  const end = performance.now() + 120_000;
  let last = "it does not answer";
  while (performance.now() < end) {
    try {
      const { status } = await fetch(address, { redirect: "manual" });
      // 503: its database is not there yet, or does not answer soon enough while everything starts.
      if (status !== 503) return status < 500 ? null : `it answers with ${status}${seeLog}`;
      last = "it still answers with 503";
      await wait(500);
    } catch {
      await wait(100); // not listening yet
    }
  }
  return `${last}${seeLog}`;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** Port and host to serve on: PORT (3000) and HOST (every interface). */
export async function chosenPort(): Promise<number> {
  const { PORT: port } = environment();
  const problem = await listenOnce(port);
  if (problem === null) return port;
  const why = { EADDRINUSE: "is used by another program", EACCES: "needs an administrator" }[
    problem
  ];
  throw new StepFailure(
    `Port ${port} ${why ?? `cannot be used (${problem})`}. Choose another one: PORT=${port + 1} npm start`,
  );
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

/** The system's code for why a port cannot be listened on; null where it can. */
function listenOnce(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, servedHost(environment()), () => server.close(() => resolve(null)));
  });
}

function isLocal(host: string | undefined): boolean {
  return !host || ["0.0.0.0", "::", "localhost", "127.0.0.1"].includes(host);
}
