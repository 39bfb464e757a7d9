import { execFileSync, spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { openIn } from "./open-in";

const CSV = "https://lossline.example/v/3/charts/monthly.csv?q=%22a%22&from=2023-01-01";

it("gives each program the whole URL, as its language writes texts", () => {
  const texts = Object.fromEntries(openIn(CSV).map(({ program, text }) => [program, text]));
  expect(Object.keys(texts)).toEqual(["R", "Python", "Google Sheets", "Datawrapper"]);
  for (const text of Object.values(texts)) expect(text).toContain(CSV);
  expect(openIn('https://a.example/?q="b')[0]?.text).toContain('?q=\\"b"');
  expect(openIn('https://a.example/?q="b')[2]?.text).toBe(
    '=IMPORTDATA("https://a.example/?q=""b")',
  );
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

it.skipIf(!hasPython)("is Python that Python can read", () => {
  const python = openIn(CSV).find(({ program }) => program === "Python")?.text ?? "";
  const check = "import ast, sys; print(len(ast.parse(sys.stdin.read()).body))";
  expect(execFileSync("python3", ["-c", check], { input: python, encoding: "utf8" })).toBe("2\n");
});
