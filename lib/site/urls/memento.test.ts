import { expect, test } from "vitest";
import {
  mementoLinks,
  mementoPath,
  readInstant,
  readMementoPath,
  timeMap,
  versionAt,
} from "@/lib/site/urls/memento";

const VERSIONS = ["2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z"].map(
  (at, index) => ({ version: index + 1, publishedAt: new Date(at) }),
);

test.each([
  ["/timegate/incidents/x", { asks: "timegate", path: "/incidents/x" }],
  ["/timegate/", { asks: "timegate", path: "/" }],
  ["/timemap", { asks: "timemap", path: "/" }],
  ["/timegate/https://lossline.example/actors", { asks: "timegate", path: "/actors" }],
  ["/timegate/http:/lossline.example", { asks: "timegate", path: "/" }],
  ["/timegates", null],
  ["/timeline", null],
])("%s asks for %j", (pathname, asked) => expect(readMementoPath(pathname)).toEqual(asked));

test.each([
  ["/", "/v/3"],
  ["/?year=2023", "/v/3?year=2023"],
  ["/incidents/x", "/v/3/incidents/x"],
  ["/api/v1/incidents?limit=2", "/api/v1/incidents?limit=2&version=3"],
  ["/api/v1/changes?from=0", "/api/v1/changes?from=0&to=3"],
  ["/api/v1/incidents.csv?version=9", "/api/v1/incidents.csv?version=3"],
])("in version 3, %s is %s", (path, memento) => expect(mementoPath(path, 3)).toBe(memento));

test.each([
  ["Sun, 01 Nov 2026 10:00:00 GMT", 1],
  ["Mon, 02 Nov 2026 09:59:59 GMT", 1],
  ["Mon, 02 Nov 2026 10:00:00 GMT", 3],
  ["Thu, 01 Jan 2015 00:00:00 GMT", 1],
])("at %s version %i was the newest", (text, version) => {
  expect(versionAt(VERSIONS, readInstant(text))?.version).toBe(version);
});

test.each([
  "2023-09-15",
  "",
  "yesterday",
  "Fri, 15 Sep 2023 12:00:00 +0200",
  "Xxx, 99 Yyy 2023 12:00:00 GMT",
])("%j is no instant", (text) => expect(readInstant(text)).toBeNull());

test("a map lists every version, and says which is the first and the last", () => {
  expect(timeMap("https://lossline.example", "/actors", VERSIONS.slice(0, 2))).toBe(
    [
      '<https://lossline.example/actors>; rel="original"',
      '<https://lossline.example/timegate/actors>; rel="timegate"',
      '<https://lossline.example/timemap/actors>; rel="self"; type="application/link-format"; from="Sun, 01 Nov 2026 10:00:00 GMT"; until="Mon, 02 Nov 2026 10:00:00 GMT"',
      '<https://lossline.example/v/1/actors>; rel="first memento"; datetime="Sun, 01 Nov 2026 10:00:00 GMT"',
      '<https://lossline.example/v/2/actors>; rel="last memento"; datetime="Mon, 02 Nov 2026 10:00:00 GMT"\n',
    ].join(",\n"),
  );
});

test("a memento names what stands around it, and the first has none before it", () => {
  const links = mementoLinks("", "/actors", 2);
  for (const rel of ["original latest-version", "timegate", "timemap", "predecessor-version"])
    expect(links).toContain(`rel="${rel}"`);
  expect(links).toContain('</v/1/actors>; rel="predecessor-version"');
  expect(mementoLinks("", "/actors", 1)).not.toContain("predecessor");
});
