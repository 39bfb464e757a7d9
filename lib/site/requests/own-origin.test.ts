import { expect, test } from "vitest";
import { isFromHere } from "@/lib/site/requests/own-origin";

const asked = (headers: Record<string, string>, base: string | null = null) =>
  isFromHere(new Headers(headers), base);

test("what a page of this site posts is from here", () => {
  expect(asked({ host: "localhost:3000", origin: "http://localhost:3000" })).toBe(true);
  const behindProxy = { host: "10.0.0.2:3000", origin: "https://lossline.example" };
  expect(asked(behindProxy, "https://lossline.example")).toBe(true);
  expect(asked({ ...behindProxy, "x-forwarded-host": "lossline.example" })).toBe(true);
});

test("what another site's page posts is not", () => {
  for (const origin of ["https://evil.example", "http://localhost:3001", "null", "nonsense"]) {
    expect(asked({ host: "localhost:3000", origin }), origin).toBe(false);
  }
  const behindProxy = { host: "10.0.0.2:3000", origin: "https://evil.example" };
  expect(asked(behindProxy, "https://lossline.example")).toBe(false);
});

test("what is no browser says nothing, and carries nobody's cookies", () => {
  expect(asked({ host: "localhost:3000" })).toBe(true);
  expect(asked({ host: "localhost:3000", "sec-fetch-site": "cross-site" })).toBe(false);
});

test("where a proxy says another host, what comes from the inner one is not, as Next has it", () => {
  const inner = { host: "localhost:3000", origin: "http://localhost:3000" };
  expect(asked(inner)).toBe(true);
  expect(asked({ ...inner, "x-forwarded-host": "evil.example" })).toBe(false);
  expect(asked({ ...inner, "x-forwarded-host": "localhost:3000, other.example" })).toBe(true);
  expect(asked({ ...inner, "x-forwarded-host": "" })).toBe(true);
});
