import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";
import type { Trial } from "./interrupted-starts.mjs";
import { preparedDatabase } from "./temporary-database.mjs";
import { freePort, startWeb } from "./web.mjs";

// Whether everybody who reads a dump finds what the interface answers: R and pandas its CSV, DuckDB its Parquet, sqlite3 its
// SQLite. The programs are Debian's.

/** Debian's own, whichever other Python comes first. */
const PYTHON = "/usr/bin/python3";

/** A program, Debian's package of it, and what shows that it is there. */
const PROGRAMS = [
  { name: "R", package: "r-base-core", program: "Rscript", check: ["--version"] },
  {
    name: "pandas",
    package: "python3-pandas",
    program: PYTHON,
    check: ["-c", "import pandas"],
  },
  { name: "sqlite3", package: "sqlite3", program: "sqlite3", check: ["--version"] },
  { name: "minisign", package: "minisign", program: "minisign", check: ["-v"] },
] as const;

/** Installs what is missing where that is allowed. @returns what is missing after all */
export async function missingClients(): Promise<string[]> {
  const isThere = ({ program, check }: (typeof PROGRAMS)[number]) => {
    try {
      execFileSync(program, check, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    for (const each of PROGRAMS) if (!isThere(each)) await aptInstall("dump-clients", each.package);
  return PROGRAMS.filter((each) => !isThere(each)).map((each) => each.name);
}

/** Dumps the starting dataset, and asks every program the same. */
export async function dumpTrials(): Promise<Trial[]> {
  const { makeDump } = await import("@/lib/site/dumps/dump-command");
  const { minisignPublicKey } = await import("@/lib/site/dumps/signature");
  const { byActorSql } = await import("@/lib/site/dumps/counted-sums");
  const { newestVersion } = await import("@/lib/record/versions/version-queries");
  const { ASKED, fromDuckdb, fromInterface } = await import("@/testing/dump-clients/in-process");
  const { generateKeyPairSync } = await import("node:crypto");
  const { openDatabase } = await import("@/lib/db/client");
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-dump-clients-"));
  const prepared = await preparedDatabase();
  const { url, stop } = await prepared.copy("dumps");
  const db = openDatabase(url, 2);
  const web = await startWeb({
    port: await freePort(),
    databaseUrl: url,
    secret: randomBytes(32).toString("hex"),
    quiet: true,
  });
  try {
    const version = await newestVersion(db);
    if (version === null) throw new Error("the starting dataset is not there");
    const { privateKey } = generateKeyPairSync("ed25519");
    const made = await makeDump(db, version, folder, { key: privateKey });
    if (!made.ok) return [{ name: "dump", problems: made.problems }];
    const ask = (program: string, args: readonly string[]) =>
      execFileSync(program, args, { encoding: "utf8", cwd: made.folder });
    const script = (name: string) => path.join(root, "testing/dump-clients", name);
    const trials: Trial[] = [];
    for (const span of [ASKED, { from: "2010-01-01", to: "2029-12-31" }]) {
      const days = [span.from, span.to] as const;
      const answers: [string, () => string[] | Promise<string[]>][] = [
        ["R", () => lines(ask("Rscript", [script("by-actor.R"), made.folder, ...days]))],
        ["pandas", () => lines(ask(PYTHON, [script("by-actor.py"), made.folder, ...days]))],
        ["DuckDB", () => fromDuckdb(made.folder, byActorSql(...days))],
        [
          "sqlite3",
          () => {
            const form = ["-csv", "-nullvalue", "-"];
            return lines(ask("sqlite3", [...form, "lossline.sqlite", byActorSql(...days)]));
          },
        ],
      ];
      const wanted = await fromInterface(web.address, version.number, span);
      if (wanted.length < 2) throw new Error("the starting dataset names no actor in these days");
      for (const [name, answer] of answers) {
        const found = await answer();
        const own = found.filter((line) => !wanted.includes(line));
        const lost = wanted.filter((line) => !found.includes(line));
        trials.push({
          name: `gross losses by actor, ${days.join(" to ")}, from ${name}`,
          problems: [
            ...lost.map((line) => `the interface alone answers ${line}`),
            ...own.map((line) => `${name} alone answers ${line}`),
          ],
        });
      }
    }
    const checks: [string, string, string[], RegExp][] = [
      ["sha256sum", "sha256sum", ["--check", "--quiet", "SHA256SUMS"], /^$/],
      [
        "openssl",
        "openssl",
        "pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig".split(
          " ",
        ),
        /Verified Successfully/,
      ],
      [
        "minisign",
        "minisign",
        ["-Vm", "SHA256SUMS", "-P", minisignPublicKey(privateKey)],
        /verified/,
      ],
      [
        "sqlite3's integrity",
        "sqlite3",
        ["lossline.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"],
        /^ok\s*$/,
      ],
    ];
    for (const [name, program, args, said] of checks) {
      const found = ask(program, args);
      trials.push({ name, problems: said.test(found) ? [] : [found] });
    }
    return trials;
  } finally {
    await web.stop();
    await db.$disconnect();
    await stop();
    await prepared.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .sort();
