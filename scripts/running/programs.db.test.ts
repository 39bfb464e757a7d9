import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rateOn } from "@/lib/desk/rates/rate-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { anIncident, aSource, publicationOf } from "@/testing/records";

// Programs of the command line as they are started, on a database of their own; other sites are a stub behind a public address.

const root = fileURLToPath(new URL("../..", import.meta.url));
const STUB = path.join(root, "scripts", "running", "outside-stub.cjs");

let db: TestDatabase["db"];
let url: string;
let folder: string;
beforeAll(async () => {
  ({ db, url } = await testDatabase());
  folder = await mkdtemp(path.join(tmpdir(), "lossline-programs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(program: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--require", STUB, path.join(root, "scripts", program), ...args],
      {
        cwd: root,
        env: { ...process.env, DATABASE_URL: url, LOSSLINE_DATA: folder },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece: Buffer) => {
        said += piece.toString();
      });
    child.once("error", reject).once("exit", (code) => resolve({ code, said }));
  });
}

test("npm run sources follows the record's links, stores what it finds and says so", async () => {
  const sources = ["theft-of-the-day", "nowhere", "inside"].map((page) =>
    aSource({ url: `http://paper.stub-news.example/${page}`, publisher: page }),
  );
  await publish(db, publicationOf({ incidents: [anIncident({ sources })] }), "A test");
  const { code, said } = await run("sources.mjs", "--days", "0");
  expect(said).toContain("1 found");
  expect(said).toContain("1 gone");
  expect(said).toContain("1 not shown to programs");
  expect(code).toBe(0);
  const stored = await db.linkCheck.findMany({ select: { url: true, state: true } });
  expect(
    Object.fromEntries(stored.map((each) => [each.url.split("/").at(-1), each.state])),
  ).toEqual({
    "theft-of-the-day": "found",
    nowhere: "gone",
    inside: "refused",
  });

  const again = await run("sources.mjs");
  expect(again.said).toContain("nothing is due");
  expect(again.code).toBe(0);
});

test("npm run sources with what it does not know ends with its usage", async () => {
  const { code, said } = await run("sources.mjs", "--everything");
  expect(said).toContain("Usage: npm run sources");
  expect(code).toBe(1);
});

test("npm run rates stores the bank's file, and refuses another in plain words", async () => {
  const file = path.join(folder, "eurofxref-hist.csv");
  await writeFile(file, "Date,USD,GBP\n2021-04-07,1.1884,0.86200\n2021-04-06,1.1812,0.85270\n");
  const { code, said } = await run("rates.mjs", file);
  expect(said).toContain("4 rates read, through 2021-04-07; 4 of them are new or corrected.");
  expect(code).toBe(0);
  expect(await rateOn(db, "GBP", "2021-04-07")).toMatchObject({ rate: "1.3786543" });

  await writeFile(file, "<html>Rates</html>");
  const refused = await run("rates.mjs", file);
  expect(refused.said).toContain("no file of the European Central Bank’s reference rates");
  expect(refused.code).toBe(1);
  expect((await run("rates.mjs", path.join(folder, "nothing.csv"))).said).toContain(
    "cannot be read: ENOENT",
  );
  expect((await run("rates.mjs")).said).toContain("Usage: npm run rates");
});
