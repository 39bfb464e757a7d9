import { expect, test } from "vitest";
import { requestKind } from "@/lib/site/running/request-kind";
import { routes } from "@/lib/site/urls/routes";

test.each([
  ["/", "overview", "/"],
  ["/?year=2023", "overview", "/"],
  ["/v/7/incidents/coinex-2023-09", "incident", "/v/7/incidents/coinex-2023-09"],
  ["/charts/monthly.png?year=2023&headline=typed", "chartFile", "/charts/monthly.png"],
  ["http://lossline.example/incidents?q=typed", "incidents", "/incidents"],
])("%s is of a route, and its path is of the record", (url, route, path) => {
  expect(requestKind(url)).toEqual({ route, path });
});

test.each([
  ["/desk/join/a-word-that-lets-in", "desk"],
  ["/desk", "desk"],
  ["/suggest/sent/a-word-that-lets-in", "suggest"],
  ["/versioned/newest.1/overview/all", "rendering"],
  ["/_next/static/x.js", "script"],
  ["/theme.js", "script"],
  ["/c/ABC-DEF", "shortId"],
  ["/oembed?url=x", "oembed"],
  ["/log/tile/0/000", "log"],
  ["/timegate/actors", "memento"],
  ["/timemap", "memento"],
  ["/readyz", "health"],
  ["/deskmate", "none"],
  ["/v/x/incidents", "none"],
  ["/typed-by-somebody", "none"],
  [`/incidents/${"x".repeat(600)}`, "none"],
  ["", "none"],
])("%s is of a kind, and its path is not told", (url, route) => {
  expect(requestKind(url)).toEqual({ route, path: null });
});

test("there are no more kinds than routes and a few, whatever is asked for", () => {
  const seen = new Set(
    Array.from({ length: 5_000 }, (_, each) => requestKind(`/${each % 7}/x${each}.png`).route),
  );
  expect([...seen].every((route) => route === "none" || route in routes)).toBe(true);
});
