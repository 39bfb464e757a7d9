import { expect, test } from "vitest";
import { readFigureFile, readFigures, writeFigures } from "@/lib/statistics/figures/figures-view";

const read = (query: string) => readFigures(new URLSearchParams(query));

test.each([
  "",
  "year=2023&category=phishing&actor=none&publisher=CertiK&sort=largest&page=3",
  "from=2023-01-01&to=2023-12-31&scope=exploit-any",
  "scope=everything&sort=name",
])("%j is read and written back", (query) => {
  const view = read(query);
  if (!view.ok) throw new Error(JSON.stringify(view));
  expect(writeFigures(view.value)).toBe(query);
});

test("a category that the one control sends is the category", () => {
  expect(read("scope=phishing")).toEqual(read("category=phishing"));
});

test.each([
  ["category=phishing&scope=everything", "scope"],
  ["from=2023-02-01&to=2023-01-01", "to"],
  ["q=CertiK", "q"],
  ["sort=best", "sort"],
])("%s is refused at %s", (query, parameter) => {
  expect(read(query)).toMatchObject({ ok: false, problems: [{ parameter }] });
});

test("a file has no pages", () => {
  expect(readFigureFile(new URLSearchParams("sort=name&page=1"))).toMatchObject({ ok: true });
  expect(readFigureFile(new URLSearchParams("page=2"))).toMatchObject({ ok: false });
});
