import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";
import { hasProgram, programPath } from "./deployment-programs.mjs";

/** Has Debian's docker-compose read deploy/compose.yaml, for which it needs no engine, with what environment.example asks for. */
export async function readByDockerCompose(): Promise<{ problems: string[]; said: string }> {
  const isRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!hasProgram("docker-compose") && isRoot) await aptInstall("docker-compose", "docker-compose");
  if (!hasProgram("docker-compose")) return { problems: [], said: "skipped: there is none here" };
  const example = readFileSync(path.join(root, "deploy", "environment.example"), "utf8");
  const asked = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name = ""]) => name);
  const read = (names: readonly string[]) =>
    execFileSync("docker-compose", ["--file", "deploy/compose.yaml", "config"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
      env: {
        NODE_ENV: "production",
        PATH: programPath(),
        ...Object.fromEntries(names.map((name) => [name, "/stands-for-a-value"])),
      },
    });
  const problems: string[] = [];
  try {
    read(asked);
  } catch (error) {
    problems.push(`it refuses it: ${error instanceof Error ? error.message : error}`);
  }
  // Each is needed: none has a value that everybody knows.
  for (const left of asked) {
    try {
      read(asked.filter((name) => name !== left));
      problems.push(`it is content without ${left}`);
    } catch {
      // As it should be.
    }
  }
  return { problems, said: `${asked.length} values asked for, none of them in the files` };
}
