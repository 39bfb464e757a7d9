import { expect, test } from "vitest";
import { tidyListUrl } from "@/lib/site/urls/tidy-list-url";

const context = {
  asOf: "2026-09-30",
  now: "2026-11-28",
  covered: "2026-09-30",
  newest: 1,
  isPinned: false,
};
const tidy = (path: string, query: string) =>
  tidyListUrl(path, new URLSearchParams(query), context);

test.each([
  ["q=&category=phishing&returned=&sort=newest&page=1", "/incidents?category=phishing"],
  ["category=phishing&category=exit-scam", "/incidents?category=exit-scam,phishing"],
  ["least=%2410m&most=1.5bn", "/incidents?least=10000000&most=1500000000"],
  ["q=", "/incidents"],
])("what a form sends, %s, is %s", (query, url) => {
  expect(tidy("/incidents", query)).toBe(url);
});

test.each([
  ["/incidents", ""],
  ["/incidents", "category=exit-scam,phishing"],
  ["/incidents", "category=exit-scam%2Cphishing"],
  ["/incidents", "sort=largest&q=a+b&from=2023-01-01"],
  ["/incidents", "category=magic&q="],
  ["/", "year=2023&confidence="],
])("%s?%s stays as it is", (path, query) => {
  expect(tidy(path, query)).toBeNull();
});
