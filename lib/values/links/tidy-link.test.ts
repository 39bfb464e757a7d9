import { expect, test } from "vitest";
import { linkKey } from "./link-key";
import { tidyLink } from "./tidy-link";

test.each([
  [
    "https://nitter.example/peck/status/1712345678901234567#m",
    "https://x.com/peck/status/1712345678901234567",
  ],
  [
    "https://fixupx.com/peck/status/1712345678901234567?s=20",
    "https://x.com/peck/status/1712345678901234567",
  ],
  ["https://t.me/s/news/9", "https://t.me/news/9"],
  ["https://www.google.com/amp/s/news.example/a?utm_id=1", "https://news.example/a"],
  ["https://news-example.cdn.ampproject.org/c/s/news.example/a", "https://news.example/a"],
  [
    "https://www.google.com/url?url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D1%26gclid%3D2",
    "https://news.example/a?id=1",
  ],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Ft.me%2Fs%2Fnews%2F9", "https://t.me/news/9"],
  [" https://news.example/a?fbclid=1 ", "https://news.example/a"],
])("%s becomes %s", (given, tidy) => {
  expect(tidyLink(given)).toBe(tidy);
  expect(tidyLink(tidy)).toBe(tidy);
  expect(linkKey(tidy)).toBe(linkKey(given));
});

test.each([
  "https://twitter.com/peck/status/1712345678901234567",
  "https://m.news.example/a",
  "https://web.archive.org/web/2023/https://news.example/a",
  "https://news.example/s/news/9",
  "not a link",
  "",
])("%s stays", (given) => {
  expect(tidyLink(given)).toBe(given);
});
