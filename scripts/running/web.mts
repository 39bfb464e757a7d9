import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "@/lib/environment/current-environment";
import { logFile, root, StepFailure } from "../progress.mjs";
import { nextCommand } from "./build.mjs";

export type RunningWeb = {
  address: string;
  /** Resolves with a sentence about it when it ends without having been asked to. */
  ended: Promise<string>;
  /** Kills it outright. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** The most that the process has held, in megabytes; null where the system does not say. */
  peakMemory(): number | null;
};

type WebOptions = {
  port: number;
  databaseUrl: string;
  /** What cookies are signed with; where none is given, LOSSLINE_SECRET of this process is. */
  secret?: string;
  dev?: boolean;
  quiet?: boolean;
  /** What else it finds in its environment. */
  env?: Record<string, string>;
  /** The program, and what it is given first, by which Node is started; else Node itself. */
  through?: readonly [program: string, ...given: string[]];
};

/**
 * Serves the built program (or, with `dev`, the sources) and waits until its first page is there.
 * @throws {StepFailure} where it ends or does not answer within two minutes
 */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const { port, databaseUrl, secret, dev = false, quiet = false, env = {} } = options;
  const log = logFile("web");
  const { HOST: host } = environment();
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
      ...(host ? ["--hostname", host] : []),
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
        ...(secret === undefined ? {} : { LOSSLINE_SECRET: secret }),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    },
  );
  const kept = createWriteStream(log);
  child.stdout?.pipe(kept, { end: false });
  child.stderr?.pipe(kept, { end: false });
  if (!quiet) {
    if (dev) child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
  }
  let asked = false;
  const exit = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`it ended with ${signal ?? code}; see ${log}`));
    child.once("error", (error) => resolve(error.message));
  });
  const stop = async () => {
    asked = true;
    signalGroup(child, "SIGTERM");
    const late = setTimeout(() => signalGroup(child, "SIGKILL"), 8_000);
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
    answers(`${isLocal(host) ? address : `http://${host}:${port}`}/`),
  ]);
  if (failure !== null) {
    if (child.exitCode === null) await stop();
    throw new StepFailure(failure);
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
    peakMemory: () => peakMemoryOf(child.pid),
  };
}

function peakMemoryOf(pid: number | undefined): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** Waits for the first answer; returns what is wrong, or null. */
async function answers(address: string): Promise<string | null> {
  const end = performance.now() + 120_000;
  let last = "it does not answer";
  while (performance.now() < end) {
    try {
      const { status } = await fetch(address, { redirect: "manual" });
      // 503: its database is not there yet, or does not answer soon enough while everything starts.
      if (status !== 503)
        return status < 500 ? null : `it answers with ${status}; see ${logFile("web")}`;
      last = "it still answers with 503";
      await wait(500);
    } catch {
      await wait(100); // not listening yet
    }
  }
  return `${last}; see ${logFile("web")}`;
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
    server.listen(port, environment().HOST, () => server.close(() => resolve(null)));
  });
}

function isLocal(host: string | undefined): boolean {
  return !host || ["0.0.0.0", "::", "localhost", "127.0.0.1"].includes(host);
}
