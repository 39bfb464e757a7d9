import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { StepFailure } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";
import { findPrograms, installPrograms } from "./native-postgres.mjs";

/** Debian's packages of the programs that `deploy/` configures, beside PostgreSQL. Together a few seconds. */
const PACKAGES = {
  nginx: "nginx",
  pgbouncer: "pgbouncer",
  envsubst: "gettext-base",
  openssl: "openssl",
} as const;

// biome-ignore lint/style/noProcessEnv: the system's
const PATH = [process.env.PATH ?? "", "/usr/sbin", "/sbin"].join(delimiter);

/** Where programs are looked for: those of PostgreSQL are beside the others on Debian. */
export function programPath(): string {
  return [findPrograms() ?? "", PATH].join(delimiter);
}

/** Whether there is a program of that name. */
export function hasProgram(name: string): boolean {
  return PATH.split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, name)));
}

/** Installs what `deploy/` needs where it can be; returns the names of what is missing then. */
export async function missingPrograms(): Promise<string[]> {
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  for (const [program, name] of Object.entries(PACKAGES))
    if (canInstall && !hasProgram(program)) await aptInstall("deployment-programs", name);
  const missing = Object.keys(PACKAGES).filter((name) => !hasProgram(name));
  try {
    if (findPrograms() === null) await installPrograms();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    missing.push("PostgreSQL");
  }
  return missing;
}
