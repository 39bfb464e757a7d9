import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run } from "../progress.mjs";
import { fingerprintOf, Stamp } from "./stamp.mjs";

export const nextCommand = path.join(root, "node_modules", "next", "dist", "bin", "next");

const folders = ["app", "components", "lib", "public", path.join("prisma", "schema.prisma")];
const rootFile =
  /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation.*\.ts|(next|postcss)\.config\.m?[jt]s)$/;
const made = path.join("lib", "db", "generated");

let building: Promise<string> | null = null;

/**
 * Builds the web program where its sources changed since the last time; once a process, however many of its parts
 * ask at the same time, because two builds would write into one folder.
 */
export async function build(settle: (outcome: string) => void): Promise<void> {
  building ??= buildOnce();
  settle(await building);
}

async function buildOnce(): Promise<string> {
  const stamp = new Stamp("built");
  const wanted = sourcesFingerprint();
  if (stamp.matches(`${wanted} ${buildId()}`)) return "already done";
  stamp.clear();
  await run("build", process.execPath, [nextCommand, "build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  stamp.set(`${wanted} ${buildId()}`);
  return "built";
}

/** Whether the web program is built from the sources as they are. */
export function isBuilt(): boolean {
  return new Stamp("built").matches(`${sourcesFingerprint()} ${buildId()}`);
}

/** Next's own mark of a finished build; null where there is none. */
function buildId(): string | null {
  const file = path.join(root, ".next", "BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function sourcesFingerprint(): string {
  const files = readdirSync(root).filter((name) => rootFile.test(name));
  return fingerprintOf(
    [...folders, ...files],
    (file) => !file.startsWith(made) && !/\.test\.\w+$/.test(file) && !/__\w+__/.test(file),
  );
}
