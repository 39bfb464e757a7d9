import { expect, test } from "vitest";
import { accountOf, isAnybodys, postedBy, siteName, siteOf } from "@/lib/desk/sources/site-name";

test("a site's name is known for the hosts below it, and for none that only ends alike", () => {
  expect(siteName(siteOf(new URL("https://WWW.Reuters.com/markets")))).toBe("Reuters");
  expect(siteName("hub.elliptic.co")).toBe("Elliptic");
  expect(siteName("notelliptic.co")).toBeNull();
});

test("a post is its author's, on mirrors too; a site that anybody writes on says nobody", () => {
  for (const at of ["x.com", "twitter.com", "mobile.twitter.com", "nitter.net"])
    expect(postedBy(new URL(`https://${at}/Some_One/status/17`))).toBe("@Some_One on X");
  expect(postedBy(new URL("https://x.com/i/status/17"))).toBeNull();
  expect(postedBy(new URL("https://news.example/Some_One/status/17"))).toBeNull();
  expect(isAnybodys("x.com")).toBe(true);
  expect(isAnybodys("someone.substack.com")).toBe(true);
  expect(isAnybodys("herald.example")).toBe(false);
});

test("a page of a site of many authors is its account's", () => {
  const account = (url: string) => accountOf(new URL(url));
  expect(account("https://medium.com/@Acme/loss-1")).toBe("Acme");
  expect(account("https://acme.medium.com/loss-1")).toBe("acme");
  expect(account("https://t.me/s/acme/12")).toBe("acme");
  expect(account("https://github.com/")).toBeNull();
});
