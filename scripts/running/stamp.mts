import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { root, stateFolder } from "../progress.mjs";

/** Remembers from what a thing was last made, so that it is made again only when that changed. */
export class Stamp {
  private readonly file: string;

  constructor(name: string) {
    this.file = path.join(stateFolder, name);
  }

  matches(fingerprint: string): boolean {
    return existsSync(this.file) && readFileSync(this.file, "utf8") === fingerprint;
  }

  set(fingerprint: string): void {
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(this.file, fingerprint);
  }

  clear(): void {
    rmSync(this.file, { force: true });
  }
}

/** A hash over files below the project root, by name and content; names may be of folders. */
export function fingerprintOf(names: string[], wanted = (_file: string) => true): string {
  const hash = createHash("sha256");
  for (const file of names.flatMap(filesOf).filter(wanted).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesOf(name: string): string[] {
  const place = path.join(root, name);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [name];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
