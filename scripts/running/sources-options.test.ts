import { expect, test } from "vitest";
import { sourcesArguments } from "./sources-options.mjs";

test("what is left out has a value", () => {
  expect(sourcesArguments([])).toEqual({ days: 30, most: 1_000_000, host: null });
});

test("what is given is read", () => {
  expect(sourcesArguments(["--days", "0", "--host", "WWW.News.example", "--most", "20"])).toEqual({
    days: 0,
    most: 20,
    host: "news.example",
  });
});

test.each([
  [["--days"], /--days needs a value/],
  [["--days", "-1"], /--days is "-1"; allowed: a number, from 0/],
  [["--most", "0"], /--most is "0"; allowed: a number, from 1/],
  [["--most", "many"], /allowed: a number/],
  [["--host", "https://a.example/"], /allowed: a host/],
  [["--all"], /"--all" is not understood/],
])("%j is refused, with the usage", (args, message) => {
  expect(() => sourcesArguments(args)).toThrow(message);
  expect(() => sourcesArguments(args)).toThrow(/Usage: npm run sources/);
});
