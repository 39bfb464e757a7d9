import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A disk of its own that can be filled and that nothing else is on; `remove` unmounts it. */
export interface SmallDisk {
  folder: string;
  remove(): void;
}

/**
 * Mounts a small disk in memory.
 * @returns null where that needs an administrator, or another system than Linux
 */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-disk-"));
  const remove = () => {
    try {
      execFileSync("umount", ["--lazy", folder], { stdio: "ignore" });
    } catch {
      // It was never mounted.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const options = `size=${megabytes}m,mode=0755`;
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    remove();
    return null;
  }
  process.once("exit", remove);
  return { folder, remove };
}
