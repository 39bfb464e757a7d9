import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "../progress.mjs";

/** `npm run format`: formats, and mends what the linter can mend safely. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const biome = path.join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const { status } = spawnSync(process.execPath, [biome, "check", "--write", ...args, "."], {
    cwd: root,
    stdio: "inherit",
  });
  return status ?? 1;
}
