import { expect, test } from "vitest";
import { withoutTracking } from "./tracking";

test.each([
  ["https://a.example/x?utm_source=b&fbclid=c#comments", "https://a.example/x"],
  ["https://a.example/x?id=7&UTM_Medium=b", "https://a.example/x?id=7"],
  ["https://a.example/x?b=ä%20c&gclid=1&a=", "https://a.example/x?b=ä%20c&a="],
  ["https://x.com/a/status/1?s=46&t=abc", "https://x.com/a/status/1"],
  ["https://mobile.twitter.com/a/status/1?s=20", "https://mobile.twitter.com/a/status/1"],
  ["https://youtu.be/abc?si=d&t=35", "https://youtu.be/abc?t=35"],
  ["https://open.spotify.com/episode/1?si=2", "https://open.spotify.com/episode/1"],
  ["https://team.medium.com/a-0123456789?source=rss", "https://team.medium.com/a-0123456789"],
  ["https://a.example/x?trk=1&mibextid=2&wprov=sfla1", "https://a.example/x"],
  ["https://a.example/x#:~:text=stolen", "https://a.example/x"],
  ["https://a.example/x#part:~:text=stolen", "https://a.example/x#part"],
])("%s becomes %s", (given, tidy) => {
  expect(withoutTracking(given)).toBe(tidy);
  expect(withoutTracking(tidy)).toBe(tidy);
});

test.each([
  "https://a.example/?s=hack",
  "https://a.example/?share=k81x&si=2&t=3",
  "https://a.example/index.php?topic=7.20#msg9",
  "https://github.com/a/b/blob/main/c.md#L10",
  "https://a.example/?q=%E4%B8",
  "https://a.example/#/thefts/1",
  "not a link?utm_source=b",
  "",
])("%s stays", (given) => {
  expect(withoutTracking(given)).toBe(given);
});
