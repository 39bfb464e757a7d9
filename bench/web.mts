import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { logFile, root, StepFailure } from "../scripts/progress.mjs";
import { nextCommand } from "../scripts/running/build.mjs";
import { freePort } from "../scripts/running/web.mjs";

export interface Web {
  address: string;
  /** Megabytes that the process holds now and held at most; null where the system does not say. */
  memory(): { now: number; peak: number } | null;
  stop(): Promise<void>;
}

/** Serves the built program on a free port. @param env settings to measure under */
export async function serve(databaseUrl: string, env: Record<string, string> = {}): Promise<Web> {
  const port = await freePort();
  const log = logFile("bench-web");
  const out = openSync(log, "a");
  const child = spawn(process.execPath, [nextCommand, "start", "--port", String(port)], {
    cwd: root,
    env: {
      // biome-ignore lint/style/noProcessEnv: handed on whole
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LOSSLINE_SECRET: randomBytes(32).toString("hex"),
      ...env,
    },
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(killWithUs, 8_000);
    await exit;
    clearTimeout(late);
    process.off("exit", killWithUs);
  };
  const address = `http://localhost:${port}`;
  for (let tries = 0; child.exitCode === null && tries < 600; tries++) {
    if (await answers(address)) return { address, memory: () => memoryOf(child.pid), stop };
    await wait(100);
  }
  await stop();
  throw new StepFailure(`the web server does not answer; see ${log}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false; // not listening yet
  }
}

function memoryOf(pid: number | undefined): { now: number; peak: number } | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  const status = readFileSync(path.join("/proc", String(pid), "status"), "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Asks for a page, whole. @throws where it is not there, or not made or kept as expected */
export async function ask(url: string, expected: "MISS" | "HIT" | null = null): Promise<string> {
  const response = await fetch(url);
  const body = await response.text();
  const isKept = response.headers.get("cache-status") === "lossline; hit";
  const cached = isKept ? "HIT" : response.headers.get("x-nextjs-cache");
  if (!response.ok) throw new StepFailure(`${url} answers with ${response.status}`);
  if (expected !== null && cached !== expected) {
    throw new StepFailure(`${url} should be a ${expected} of the page cache, but is: ${cached}`);
  }
  return body;
}
