import { expect, test } from "vitest";
import { isUrl } from "@/lib/values/links/is-url";

test("says the same however often it is asked", () => {
  const answers = Array.from({ length: 20_000 }, () => isUrl("https://bücher.example/ä"));
  expect(answers.filter((answer) => !answer)).toEqual([]);
});

test("knows what is none, and what is one beside another", () => {
  expect(isUrl("bücher")).toBe(false);
  expect(isUrl("https://")).toBe(false);
  expect(isUrl("/a", "https://example.org")).toBe(true);
});
