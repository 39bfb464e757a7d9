import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The linter over made-up files: each is an import a line, and only those that cross a border are reported.

/** The areas of lib, each step above the one before; those of one step know nothing of each other. */
const STEPS = [
  ["values"],
  ["environment"],
  ["log"],
  ["db"],
  ["record"],
  ["statistics", "seed"],
  ["site"],
  ["desk"],
];
const stepOf = (area: string) => STEPS.findIndex((step) => step.includes(area));
const AREAS = STEPS.flat();

const DIRECTION = "One direction: an area of lib";
const DATABASE = "One direction: app asks the database";
const SHOWN = "One direction: app composes components";
const DESK = "Nothing public imports anything of the desk";
const TESTING = "Only tests and what prepares them";
const FROM_ROOT = "What is in another folder";

type Crossing = [file: string, module: string, why: string];
const forbidden: Crossing[] = [
  ...AREAS.flatMap((area) => [
    ...AREAS.filter((other) => other !== area && stepOf(other) >= stepOf(area)).map(
      (other): Crossing => [
        `lib/${area}/noun/noun-queries.ts`,
        `@/lib/${other}/noun/noun`,
        DIRECTION,
      ],
    ),
    ...["@/app/layout", "@/components/ui/button", "react", "react-dom/server", "next/headers"].map(
      (module): Crossing => [`lib/${area}/noun/noun-commands.ts`, module, DIRECTION],
    ),
    [`lib/${area}/noun/noun.ts`, "@/testing/records", TESTING] as Crossing,
    [`lib/${area}/noun/noun.ts`, "../other/other", FROM_ROOT] as Crossing,
  ]),
  ...[
    "lib/values/money/usd.ts",
    "lib/desk/forms/forms.ts",
    "components/overview/figures.tsx",
    "command-line/commands/losses.ts",
  ].flatMap((file) =>
    [
      "pg",
      "@prisma/client",
      "@prisma/client/runtime",
      "@/lib/db/client",
      "@/lib/values/noun/noun-queries",
      "@/lib/values/noun/noun-command",
      "@/lib/values/noun/noun-commands",
      "@/lib/values/noun/noun-sql",
    ].map((module): Crossing => [file, module, DATABASE]),
  ),
  ["components/overview/figures.tsx", "@/app/versioned/open-version", SHOWN],
  ["components/desk/event-list.tsx", "@/app/desk/signed-in", SHOWN],
  ["components/overview/figures.tsx", "../ui/button", FROM_ROOT],
  ["app/versioned/[reference]/page.tsx", "../open-version", FROM_ROOT],
  ["command-line/commands/losses.ts", "../server", FROM_ROOT],
  ["command-line/run.ts", "@/testing/records", TESTING],
  ...[
    "proxy.ts",
    "instrumentation.ts",
    "app/layout.tsx",
    "app/gate/lead.ts",
    "app/versioned/open-version.ts",
    "app/versioned/[reference]/incident/[slug]/page.tsx",
    "components/overview/figures.tsx",
    "command-line/run.ts",
  ].flatMap((file) =>
    ["@/lib/desk/access/access", "@/components/desk/moment", "@/app/desk/signed-in"].map(
      (module): Crossing => [
        file,
        module,
        file.startsWith("components/") && module.startsWith("@/app/") ? SHOWN : DESK,
      ],
    ),
  ),
  ...["proxy.ts", "app/desk/page.tsx", "app/layout.tsx", "components/desk/moment.tsx"].map(
    (file): Crossing => [file, "@/testing/records", TESTING],
  ),
];

type Way = [file: string, module: string];
const allowed: Way[] = [
  ...AREAS.flatMap((area) => [
    ...AREAS.filter((other) => other === area || stepOf(other) < stepOf(area)).map(
      (other): Way => [`lib/${area}/noun/noun-queries.ts`, `@/lib/${other}/noun/noun`],
    ),
    [`lib/${area}/noun/noun-queries.ts`, "zod"] as Way,
    [`lib/${area}/noun/noun-queries.ts`, "./other"] as Way,
    [`lib/${area}/noun/noun.test.ts`, "@/testing/records"] as Way,
  ]),
  ...["noun-queries", "noun-command", "noun-commands", "noun-sql"].flatMap((base) =>
    ["pg", "@prisma/client", "@/lib/db/client", "@/lib/record/noun/other-queries"].map(
      (module): Way => [`lib/record/noun/${base}.ts`, module],
    ),
  ),
  ["lib/values/money/usd.ts", "react-aria"],
  ["lib/statistics/noun/noun.db.test.ts", "@/lib/desk/access/access"],
  ["components/overview/figures.tsx", "@/lib/statistics/totals/totals"],
  ["components/overview/figures.tsx", "react"],
  ["components/desk/event-list.tsx", "@/lib/desk/access/access"],
  ["components/desk/event-list.tsx", "@/components/histories/difference-table"],
  ["components/charts/poster.test.tsx", "@/testing/example-rows"],
  ["app/layout.tsx", "@/lib/statistics/totals/overview-queries"],
  ["app/layout.tsx", "@/components/ui/page-frame"],
  ["app/desk/page.tsx", "@/lib/desk/access/access"],
  ["app/desk/page.tsx", "@/components/desk/moment"],
  ["app/suggest/page.tsx", "@/lib/desk/suggestions/suggestion"],
  ["proxy.ts", "@/app/gate/desk-gate"],
  ["command-line/run.ts", "@/lib/site/proof/ask-server"],
  ["command-line/server.test.ts", "@/testing/command-line"],
  ["testing/records.ts", "@/testing/rows"],
  ["bench/server.mts", "@/testing/server"],
  ["scripts/running/temporary-database.mts", "@/testing/server"],
];

const lines = new Map<string, string[]>();
for (const [file, module] of [...forbidden, ...allowed]) {
  const held = lines.get(file) ?? [];
  const line = `import thing${held.length} from "${module}";`;
  lines.set(file, [...held, line]);
}
const lineOf = (file: string, module: string) =>
  (lines.get(file) ?? []).findIndex((line) => line.endsWith(`from "${module}";`)) + 1;

/** Files that are not made of one default import a line. */
const others: Record<string, string> = {
  "lib/values/dynamic.ts": 'export const later = () => import("@/lib/desk/access/access");',
  "lib/values/names.ts": 'export { thing } from "@/lib/desk/access/access";',
  "lib/values/types.ts": 'export type { Thing } from "@/lib/desk/access/access";',
  "lib/record/circle/one.ts":
    'import { two } from "@/lib/record/circle/two";\nexport const one = () => two;\n',
  "lib/record/circle/two.ts":
    'import { one } from "@/lib/record/circle/one";\nexport const two = () => one;\n',
  "lib/record/circle/types.ts":
    'import type { Other } from "./other-types";\nexport type One = Other | null;\n',
  "lib/record/circle/other-types.ts":
    'import type { One } from "@/lib/record/circle/types";\nexport interface Other { one: One }\n',
  "lib/record/circle/none.ts":
    'import { one } from "@/lib/record/circle/one";\nexport const none = one;\n',
};

let folder: string;
let found: string[];
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "lossline-borders-")));
  for (const copied of ["biome.json", "tsconfig.json", "package.json", "scripts/borders"])
    cpSync(copied, path.join(folder, copied), { recursive: true });
  const texts = { ...others };
  for (const [file, held] of lines) texts[file] = `${held.join("\n")}\n`;
  for (const [file, text] of Object.entries(texts)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const biome = path.resolve("node_modules", "@biomejs", "biome", "bin", "biome");
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=github", "."],
    { cwd: folder, encoding: "utf8", maxBuffer: 1e8 },
  );
  found = stdout.split("\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a rule reports of a file; of one line where it is given. */
function reported(title: string, file: string, line?: number): string[] {
  const begin = `::error title=${title},file=${path.join(folder, file)},line=${line ?? ""}`;
  return found
    .filter((told) => told.startsWith(line === undefined ? begin : `${begin},`))
    .map((told) => told.replace(/^::[^:]*::/, ""));
}

test("every area of lib has its place", () => {
  expect(readdirSync("lib").sort()).toEqual([...AREAS].sort());
});

describe("imports", () => {
  test.each(forbidden)("%s may not import %s", (file, module, why) => {
    const told = reported("plugin", file, lineOf(file, module));
    expect(told).toContainEqual(expect.stringContaining(why));
  });

  test.each(allowed)("%s may import %s", (file, module) => {
    expect(reported("plugin", file, lineOf(file, module))).toEqual([]);
  });

  test.each(["dynamic", "names", "types"])("nor as in lib/values/%s.ts", (name) => {
    expect(reported("plugin", `lib/values/${name}.ts`)).toEqual([
      expect.stringContaining(DIRECTION),
    ]);
  });

  test.each(["one", "two", "types", "other-types"])("no circle through %s", (name) => {
    const file = `lib/record/circle/${name}.ts`;
    expect(reported("lint/suspicious/noImportCycles", file)).toHaveLength(1);
  });

  test("what leads into a circle is not in it", () => {
    const file = "lib/record/circle/none.ts";
    expect(reported("lint/suspicious/noImportCycles", file)).toEqual([]);
  });
});
