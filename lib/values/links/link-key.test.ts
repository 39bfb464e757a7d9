import { describe, expect, it } from "vitest";
import { linkKey, shownTransaction, storedLinkKey } from "./link-key";

describe("linkKey", () => {
  it.each([
    ["http://www.Example.org/a/", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"],
    ["https://example.org/a?b=2&a=1#part", "https://example.org/a?a=1&b=2"],
    ["https://twitter.com/zachxbt/status/123?s=20", "https://x.com/i/status/123"],
    ["https://web.archive.org/web/20230913/https://example.org/a", "http://example.org/a/"],
    ["  https://example.org  ", "http://www.example.org/"],
    [
      "https://nitter.example.net/tayvano_/status/55?s=46",
      "https://twitter.com/tayvano_/status/55",
    ],
    ["https://fixvx.com/peck/status/77", "https://x.com/shield/status/77/video/1"],
    ["https://telegram.me/s/news/9", "https://t.me/news/9"],
    ["https://youtu.be/Zz-_9876543?si=abc", "https://m.youtube.com/watch?v=Zz-_9876543&t=9"],
    ["https://www.youtube.com/shorts/Zz-_9876543", "https://youtube.com/embed/Zz-_9876543"],
    ["https://archive.is/20240102/http://news.example/a?id=4", "https://news.example/a?id=4"],
    [
      "https://web.archive.org/web/2024im_/https://archive.vn/20240102/https://n.example/a",
      "https://n.example/a/",
    ],
    ["https://www.google.co.uk/amp/s/news.example/a/amp/", "https://m.news.example/a"],
    [
      "https://news--desk-example-org.translate.goog/a?_x_tr_sl=ko",
      "https://news-desk.example.org/a",
    ],
    ["https://team.medium.com/what-happened-0123456789ab", "https://medium.com/p/0123456789ab"],
    ["https://old.reddit.com/r/cc/comments/1abcde/a_title/", "https://redd.it/1abcde"],
    [
      "https://raw.githubusercontent.com/o/r/refs/heads/main/d/x.md",
      "https://github.com/o/r/blob/main/d/x.md",
    ],
    ["https://arxiv.org/pdf/2401.00001.pdf", "https://arxiv.org/abs/2401.00001"],
    ["https://news.example/a?gclid=1&id=2&srsltid=3", "https://news.example/a?id=2"],
    ["https://news.example/a?mkt_tok=1&at_medium=x&__s=2&share=twitter", "https://news.example/a"],
    ["https://news.example/a/index.html", "https://news.example/a/"],
    ["https://news.example/%c3%bc", "https://news.example/ü"],
    ["https://news.example/amp/2023/a", "https://news.example/2023/a"],
    ["https://news.example/a.amp.html#:~:text=stolen", "https://news.example/a.html"],
    ["https://ko.m.wikipedia.org/wiki/A", "https://ko.wikipedia.org/wiki/A"],
    [
      "https://birds.example/peck/status/1712345678901234567",
      "https://x.com/i/status/1712345678901234567",
    ],
    [
      "https://threadreaderapp.com/thread/1712345678901234567.html",
      "https://x.com/peck/status/1712345678901234567",
    ],
    ["https://t.me/News/9?single&embed=1", "https://t.me/s/news/9"],
    ["https://tgstat.com/en/channel/@news/9", "https://t.me/news/9"],
    ["https://redlib.example/r/cc/comments/1abcde/a_title", "https://redd.it/1abcde"],
    ["https://yewtu.be/watch?v=Zz-_9876543", "https://youtu.be/Zz-_9876543"],
    [
      "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa",
      "https://news.example/a",
    ],
    [
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%3Ffbclid%3D1&h=2",
      "https://news.example/a",
    ],
    [
      "https://webcache.googleusercontent.com/search?q=cache:AbCdE12345:https://news.example/a+stolen",
      "https://news.example/a",
    ],
    ["https://archive.ph/newest/https://news.example/a", "https://news.example/a"],
    ["https://archive.li/aB3dE/https://news.example/a", "https://news.example/a"],
    ["https://web.archive.org/save/https://news.example/a", "https://news.example/a"],
    ["https://web.archive.org/web/*/https://news.example/a", "https://news.example/a"],
    ["https://arquivo.pt/wayback/20230912101112/https://news.example/a", "https://news.example/a"],
    ["https://12ft.io/https://news.example/a", "https://news.example/a"],
  ])("takes %s for %s", (one, other) => {
    expect(linkKey(one)).not.toBeNull();
    expect(linkKey(one)).toBe(linkKey(other));
  });

  it.each([
    ["https://example.org/a", "https://example.org/b"],
    ["https://bitcointalk.org/index.php?topic=1", "https://bitcointalk.org/index.php?topic=2"],
    ["https://example.org/a", "https://blog.example.org/a"],
    ["https://example.org/A", "https://example.org/a"],
    ["https://x.com/a/status/1", "https://x.com/a"],
    ["https://youtu.be/Zz-_9876543", "https://youtu.be/zz-_9876543"],
    ["https://archive.ph/abcde", "https://archive.ph/fghij"],
    ["https://medium.com/@a", "https://medium.com/@b"],
    ["https://t.me/news/9", "https://t.me/s/other/9"],
    ["https://m.example.org/a", "https://forum.example.org/a"],
    ["https://app.example/#/thefts/1", "https://app.example/#/thefts/2"],
    ["https://app.example/#!/thefts/1", "https://app.example/"],
    ["https://news.example/?s=hack", "https://news.example/?s=scam"],
    ["https://drive.example/?share=k81x", "https://drive.example/?share=k82x"],
    ["https://news.example/a?page=2", "https://news.example/a?page=3"],
    ["https://mastodon.example/@a/110000000000000001", "https://x.com/a/status/110000000000000001"],
    ["https://news.example/index.php?id=1", "https://news.example/?id=1"],
    ["https://amp.example/amplify", "https://amp.example/lify"],
    ["https://archive.ph/aB3dE", "https://archive.ph/aB3dF"],
    ["https://t.me/news", "https://t.me/news/9"],
    ["https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/"],
  ])("tells %s from %s", (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other));
  });

  it.each(["", "example.org", "javascript:alert(1)", "https://", `https://${"a".repeat(3000)}`])(
    "makes nothing of %s",
    (text) => {
      expect(linkKey(text)).toBeNull();
      expect(storedLinkKey(text)).toBe("");
    },
  );
});

it("leads to no page where a link is withheld", () => {
  expect(linkKey("https://withheld.invalid/7")).toBeNull();
});

it("reads a transaction from any explorer", () => {
  const hash = "ab".repeat(32);
  expect(shownTransaction(`https://etherscan.io/tx/0x${hash.toUpperCase()}`)).toBe(hash);
  expect(shownTransaction("https://etherscan.io/address/0x12")).toBeNull();
});
