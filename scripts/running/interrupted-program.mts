import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root, shortened } from "../progress.mjs";
import type { DatabaseSpot } from "./database-spot.mjs";

/** How a program is interrupted: as by Ctrl-C, killed outright, or its embedded database with it. */
export const WAYS = ["SIGINT", "SIGKILL", "SIGKILL with its database"] as const;
export type Way = (typeof WAYS)[number];

type Ended = {
  /** Null where it was interrupted. */
  code: number | null;
  output: string;
  milliseconds: number;
};

/** Programs in `scripts/` that a test has started. */
const running = new Set<ReturnType<typeof spawn>>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Runs one of the npm scripts' programs.
 * @param interrupted after how many milliseconds and how; it may have ended before
 */
export async function runProgram(
  script: "people" | "move" | "backup" | "restore",
  args: string[],
  spot: DatabaseSpot,
  interrupted?: { after: number; way: Way },
): Promise<Ended> {
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(root, "scripts", `${script}.mjs`), ...args], {
    cwd: root,
    // biome-ignore lint/style/noProcessEnv: handed on whole
    env: { ...process.env, ...spot.settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      output += String(bytes);
    });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  if (interrupted !== undefined) {
    const { after, way } = interrupted;
    await Promise.race([exit, wait(after)]);
    child.kill(way === "SIGINT" ? "SIGINT" : "SIGKILL");
    if (way === "SIGKILL with its database") await spot.killDatabase();
  }
  const code = await exit;
  running.delete(child);
  return { code, output: shortened(output), milliseconds: performance.now() - start };
}
