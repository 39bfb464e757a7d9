import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../progress.mjs";
import { hasProgram } from "./deployment-programs.mjs";

/** The most that systemd may make of how exposed a unit is, in tenths; 0 is nothing, 100 all. */
const MOST_EXPOSED = 20;

/** Has systemd read the units of deploy/systemd/, as if the project lay where they say. */
export function readBySystemd(): { problems: string[]; said: string } {
  if (!hasProgram("systemd-analyze"))
    return { problems: [], said: "skipped: there is no systemd here" };
  const units = path.join(root, "deploy", "systemd");
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-units-"));
  const problems: string[] = [];
  const names = readdirSync(units);
  try {
    for (const name of names) {
      const text = readFileSync(path.join(units, name), "utf8");
      writeFileSync(
        path.join(folder, name),
        text.replaceAll("/opt/lossline", root).replaceAll("/usr/bin/node", process.execPath),
      );
    }
    for (const name of names)
      for (const args of [
        ["verify", "--man=no"],
        ["security", "--offline=true", `--threshold=${MOST_EXPOSED}`],
      ]) {
        const { status, stderr } = spawnSync(
          "systemd-analyze",
          [...args, path.join(folder, name)],
          {
            encoding: "utf8",
          },
        );
        // What it does not know of a unit it only warns of.
        const said = stderr.split("\n").filter((line) => line.includes(name));
        if (status !== 0 || said.length > 0)
          problems.push(`${name}: ${args[0]} ends with ${status}. ${said.join(" ")}`);
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { problems, said: `${names.length} units, none more exposed than ${MOST_EXPOSED / 10}` };
}
