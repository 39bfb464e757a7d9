import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StepFailure, shortened } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";
import { freePort } from "./web.mjs";

export type NativePostgres = {
  url: string;
  version: string;
  /** Kills it outright and starts it again, at the same address with the same data. */
  crash(): Promise<void>;
  /** Kills it outright, and leaves it so until it is started again. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** The process that takes connections. */
  pid(): number;
  stop(): Promise<void>;
};

/**
 * Starts a PostgreSQL server of our own on a free port, with its data in a temporary folder.
 * Installs Debian's package where there is none and we are root. As root, it runs as `postgres`.
 * @param settings of postgresql.conf, by name
 * @param disk the folder in which its tables are, where that is to be another one than that of temporary files
 * @throws {StepFailure} saying what to do where there is no PostgreSQL
 */
export async function startNativePostgres(
  settings: Record<string, string> = {},
  disk: string | null = null,
): Promise<NativePostgres> {
  const programs = findPrograms() ?? (await installPrograms());
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-postgres-"));
  const data = path.join(disk ?? folder, "data");
  const password = randomBytes(18).toString("base64url");
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) {
    for (const place of [folder, passwordFile]) chownSync(place, user.uid, user.gid);
  }
  execFileSync(
    path.join(programs, "initdb"),
    [`--pgdata=${data}`, "--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8"].concat([
      `--pwfile=${passwordFile}`,
      "--locale=C.UTF-8",
      "--no-sync",
      // A server whose log of changes has no room ends; one whose tables have none goes on.
      ...(disk === null ? [] : [`--waldir=${path.join(folder, "wal")}`]),
    ]),
    { stdio: "pipe", cwd: folder, ...user },
  );
  const port = await freePort();
  const options = { port: String(port), listen_addresses: "127.0.0.1", ...settings };
  const args = ["-D", data, "-k", folder].concat(
    Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  );
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  let server = startServer(path.join(programs, "postgres"), args, { cwd: folder, ...user });
  const killWithUs = () => {
    server.child.kill("SIGQUIT"); // "immediate": its data is thrown away
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once("exit", killWithUs);
  const stop = async () => {
    server.child.kill("SIGINT"); // "fast": does not wait for clients
    await server.exit;
    process.off("exit", killWithUs);
    rmSync(folder, { recursive: true, force: true });
  };
  const kill = async () => {
    server.child.kill("SIGKILL");
    await server.exit;
  };
  const startAgain = async () => {
    // It refuses to start while those that served its clients have not all noticed.
    for (let tries = 0; tries < 50; tries++) {
      server = startServer(path.join(programs, "postgres"), args, { cwd: folder, ...user });
      if ((await firstAnswer(url, server)) !== null) return;
      await server.exit;
      await wait(100);
    }
    throw new StepFailure(`PostgreSQL did not start again.\n\n${server.said()}\n`);
  };
  const crash = async () => {
    await kill();
    await startAgain();
  };
  const pid = () => server.child.pid ?? 0;
  const version = await firstAnswer(url, server);
  if (version !== null) return { url, version, crash, kill, startAgain, pid, stop };
  await stop();
  throw new StepFailure(`PostgreSQL did not start.\n\n${server.said()}\n`);
}

interface Server {
  child: ChildProcess;
  exit: Promise<void>;
  /** The end of what it wrote to its log. */
  said(): string;
}

function startServer(program: string, args: string[], options: SpawnOptions): Server {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (bytes) => {
    said = shortened(said + String(bytes), 40);
  });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { child, exit, said: () => said };
}

/** The version that a starting server says; null where it ended, or did not answer within half a minute. */
async function firstAnswer(url: string, { child }: Server): Promise<string | null> {
  for (
    let tries = 0;
    child.exitCode === null && child.signalCode === null && tries < 300;
    tries++
  ) {
    const version = await versionAt(url);
    if (version !== null) return version;
    await wait(100);
  }
  return null;
}

async function versionAt(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "";
  } catch {
    return null; // still starting
  } finally {
    await client.end();
  }
}

/** The folder of the newest PostgreSQL's programs; null where there is none. */
export function findPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const places = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    // biome-ignore lint/style/noProcessEnv: the system's
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  const whole = (place: string) =>
    ["postgres", "initdb"].every((name) => existsSync(path.join(place, name)));
  return places.find(whole) ?? null;
}

export async function installPrograms(): Promise<string> {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await aptInstall("postgres", "postgresql");
    const installed = findPrograms();
    if (installed !== null) return installed;
  }
  throw new StepFailure(
    "there is no PostgreSQL server here. On Debian: sudo apt-get install postgresql",
  );
}

/** PostgreSQL refuses to run as root: the user to run it as then; null where we are not root. */
export function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
