import { expect, test } from "vitest";
import { askedOrigin } from "@/lib/site/urls/asked-origin";

const FORWARDED = {
  host: "10.0.0.1:3000",
  "x-forwarded-host": "made-up.example, record.example",
  "x-forwarded-proto": "http, https",
};

test("the operator's word comes first", () => {
  expect(askedOrigin(new Headers(FORWARDED), "https://lossline.example", true)).toBe(
    "https://lossline.example",
  );
});

test("without it, links begin where the reader asked", () => {
  expect(askedOrigin(new Headers({ host: "Record.example:8080" }), null, false)).toBe(
    "http://record.example:8080",
  );
  expect(askedOrigin(new Headers({ host: "[::1]:3000" }), null, false)).toBe("http://[::1]:3000");
});

test("a proxy is believed only where one is in front, and of its list the last", () => {
  expect(askedOrigin(new Headers(FORWARDED), null, false)).toBe("http://10.0.0.1:3000");
  expect(askedOrigin(new Headers(FORWARDED), null, true)).toBe("https://record.example");
});

test.each(["", "a b", "a/b", 'a"b', "a@b", "a.example:x", "-a", "a?b", "a#b", "<a>"])(
  "%j is no host",
  (host) => {
    expect(askedOrigin(new Headers({ host }), null, false)).toBe("http://localhost");
  },
);
