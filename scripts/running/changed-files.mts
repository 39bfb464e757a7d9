import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../progress.mjs";

/** What is no code, and what the tests themselves write. */
const OTHER =
  /^(?:\.git|\.lossline\/logs|\.data|node_modules|test-results|playwright-report|bench\/results)(?:\/|$)/;

/** Notes which files are below the project's folder; the function returns those that were written or made since. */
export function changedFiles(): () => string[] {
  const before = written();
  return () => [...written()].flatMap(([file, at]) => (before.get(file) === at ? [] : [file]));
}

function written(folder = root, found = new Map<string, number>()): Map<string, number> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    const name = path.relative(root, place);
    if (OTHER.test(name)) continue;
    if (entry.isDirectory()) written(place, found);
    else if (entry.isFile()) found.set(name, statSync(place).mtimeMs);
  }
  return found;
}
