import { expect, test } from "vitest";
import { dayInLink, dayOfPost } from "./day-in-link";

const NOW = new Date("2026-11-20T12:00:00Z");

test.each([
  ["https://a.example/2023/09/12/theft", "2023-09-12"],
  ["https://a.example/news/2024-1-5-theft", "2024-01-05"],
  ["https://a.example/theft-20231130", "2023-11-30"],
  ["https://a.example/2021/Aug/3/theft", "2021-08-03"],
  ["https://a.example/2023/09/12/theft-2023-09-12", "2023-09-12"],
])("%s says %s", (link, day) => {
  expect(dayInLink(link, NOW)).toBe(day);
});

test.each([
  "https://a.example/2023/09/theft",
  "https://a.example/2023/13/45/theft",
  "https://a.example/2026/11/21/tomorrow",
  "https://a.example/2008/01/01/before",
  "https://a.example/2023/09/12/what-happened-on-2023-09-10",
  "https://a.example/0x20230912abc",
  "https://a.example/1202309121",
  "https://a.example/?d=2023/09/12",
  "https://a.example/%E0%A4%A",
  "no link",
])("%s says none", (link) => {
  expect(dayInLink(link, NOW)).toBeNull();
});

test("a post of X says by its number when it was made", () => {
  expect(dayOfPost("https://x.com/a/status/1701000000000000001", NOW)).toBe("2023-09-10");
  expect(dayOfPost("https://x.com/a/status/20", NOW)).toBeNull();
  expect(dayOfPost("https://x.com/a/status/9999999999999999999", NOW)).toBeNull();
  expect(dayOfPost("https://x.com/a", NOW)).toBeNull();
});
