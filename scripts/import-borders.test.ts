import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const forbidden = [
  ["lib/values/money/usd.ts", "react"],
  ["lib/values/money/usd.ts", "next/headers"],
  ["lib/values/money/usd.ts", "pg"],
  ["lib/values/money/usd.ts", "@/lib/db/client"],
  ["lib/values/money/usd.ts", "@/lib/statistics/totals/total-queries"],
  ["lib/values/money/usd.ts", "@/components/ui/button"],
  ["lib/statistics/totals/total-queries.ts", "@/components/ui/button"],
  ["lib/statistics/totals/total-queries.ts", "@/app/layout"],
  ["lib/db/client.ts", "@/app/layout"],
  ["components/overview/figures.tsx", "@/lib/statistics/overview/overview-queries"],
  ["components/overview/figures.tsx", "@/lib/record/incidents/incident-commands"],
  ["components/overview/figures.tsx", "@/lib/db/client"],
  ["components/overview/figures.tsx", "@prisma/client"],
] as const;

const allowed = [
  ["lib/values/money/usd.ts", "zod"],
  ["lib/statistics/totals/total-queries.ts", "@/lib/db/client"],
  ["components/overview/figures.tsx", "@/lib/statistics/totals/totals"],
  ["app/layout.tsx", "@/lib/statistics/overview/overview-queries"],
] as const;

const folder = mkdtempSync(path.join(tmpdir(), "lossline-borders-"));
afterAll(() => rmSync(folder, { recursive: true }));

let found: string;
beforeAll(() => {
  cpSync("biome.json", path.join(folder, "biome.json"));
  for (const [file, module] of [...forbidden, ...allowed]) {
    const place = path.join(folder, sample(file, module));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, `import { thing } from "${module}";\n\nexport const other = thing;\n`);
  }
  const biome = path.resolve("node_modules", "@biomejs", "biome", "bin", "biome");
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=github", "."],
    { cwd: folder, encoding: "utf8" },
  );
  found = stdout;
});

test.each(forbidden)("%s may not import %s", (file, module) => {
  expect(found).toMatch(
    new RegExp(`noRestrictedImports,file=${path.join(folder, sample(file, module))},`),
  );
});

test.each(allowed)("%s may import %s", (file, module) => {
  expect(found).not.toContain(sample(file, module));
});

/** A file of its own for each case, which keeps the folder and the kind of file. */
function sample(file: string, module: string): string {
  const { dir, base } = path.parse(file);
  return path.join(dir, `${module.replace(/\W+/g, "_")}-${base}`);
}
