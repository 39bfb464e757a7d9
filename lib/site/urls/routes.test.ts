import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findRoute, routes, splitVersion } from "@/lib/site/urls/routes";
import { readIncidents } from "@/lib/statistics/rules/views";

const NOW = "2024-03-15";
/** A path for each route. */
const EXAMPLES = [
  "/",
  "/incidents",
  "/incidents.csv",
  "/incidents.xlsx",
  "/incidents.json",
  "/feeds/incidents.atom",
  "/timeline",
  "/incidents/a",
  "/incidents/a/history",
  "/incidents/a.svg",
  "/targets",
  "/targets/a",
  "/targets/a/history",
  "/targets/a.svg",
  "/actors",
  "/actors/a",
  "/actors/a/history",
  "/actors/a.png",
  "/links",
  "/links/a",
  "/addresses/kadena/k:a",
  "/transactions/ethereum/0xa",
  "/methodology",
  "/api",
  "/verify",
  "/dumps",
  "/dataset.jsonld",
  "/api/v1/incidents.json",
  "/figures",
  "/figures.csv",
  "/number",
  "/number.json",
  "/compare",
  "/compare.json",
  "/charts",
  "/charts/monthly",
  "/charts/monthly.csv",
  "/charts/monthly.xlsx",
  "/embed/monthly",
  "/embed/incidents/a",
  "/statistics",
  "/periods",
  "/periods/2023",
  "/periods/2023.png",
  "/changes",
  "/search",
  "/search/lookup",
  "/search/lookup.csv",
  "/reconcile",
  "/reconcile/suggest/entity",
  "/reconcile/properties",
  "/reconcile/preview",
  "/reconcile/view",
  "/moved.json",
  "/feeds/citation.atom",
  "/feeds/versions.atom",
  "/feeds/actors/a.atom",
  "/feeds/addresses/kadena/k:a.atom",
  "/stix/record.json",
  "/stix/changes.json",
  "/misp/manifest.json",
  "/sitemap.xml",
  "/sitemaps/1.xml",
];
const read = (path: string, query = "") =>
  findRoute(path, new URLSearchParams(query), {
    asOf: NOW,
    now: NOW,
    covered: null,
    newest: 7,
    isPinned: false,
  });

function innerOf(reading: ReturnType<typeof read>): string {
  if (!reading?.ok) throw new Error(`refused: ${JSON.stringify(reading)}`);
  return reading.value.inner;
}

describe("the version in an address", () => {
  test.each([
    ["/", null, "/"],
    ["/incidents", null, "/incidents"],
    ["/very", null, "/very"],
    ["/V/1", null, "/V/1"],
    ["/v/1", 1, "/"],
    ["/v/1/", 1, "/"],
    ["/v/7/incidents", 7, "/incidents"],
    ["/v/7/incidents/v", 7, "/incidents/v"],
    ["/v/412/v/3", 412, "/v/3"],
    ["/v/999999999", 999_999_999, "/"],
  ])("%s is version %s of %s", (pathname, version, path) => {
    expect(splitVersion(pathname)).toEqual({ version, path });
  });

  test.each([
    "/v",
    "/v/",
    "/v/0",
    "/v/007",
    "/v/01/incidents",
    "/v/-1",
    "/v/+1",
    "/v/1.0",
    "/v/1e3",
    "/v/x",
    "/v/latest",
    "/v/1%20",
    "/v/%31",
    "/v/99999999999",
    "/v/1000000000",
    "/v//incidents",
    "/v/１",
  ])("%s is of no version", (pathname) => {
    expect(splitVersion(pathname)).toBeNull();
  });
});

describe("a page", () => {
  test.each([
    ["/", "", "overview/year%3D2024%26through%3D2024-03-15", []],
    ["/", "year=2023", "overview/year%3D2023%26through%3D2023-12-31", []],
    ["/incidents", "", "incidents/all", []],
    ["/incidents", "actor=none", "incidents/actor%3Dnone", []],
    [
      "/incidents",
      "actor=lazarus-group",
      "incidents/actor%3Dlazarus-group",
      [{ kind: "actor", slug: "lazarus-group", as: "filter" }],
    ],
    [
      "/incidents",
      "page=3&category=phishing",
      "incidents/category%3Dphishing%26page%3D3",
      [{ kind: "page", page: 3, filters: { category: "phishing" } }],
    ],
    [
      "/incidents/coinex-2023-09",
      "",
      "incident/coinex-2023-09",
      [{ kind: "incident", slug: "coinex-2023-09" }],
    ],
    [
      "/incidents",
      "target=liquid&actor=none",
      "incidents/target%3Dliquid%26actor%3Dnone",
      [{ kind: "target", slug: "liquid", as: "filter" }],
    ],
    ["/incidents", "target=exchange", "incidents/target%3Dexchange", []],
    ["/targets", "", "targets/all", []],
    ["/links", "", "link-groups/all", []],
    ["/figures/158", "", "reconciliation/158", [{ kind: "publishedFigure", figure: 158 }]],
    ["/figures/gaps", "", "gaps", []],
    ["/figures/reconciliations.csv", "", "reconciliations-file/csv", []],
    ["/figures/reconciliations.json", "", "reconciliations-file/json", []],
    ["/publishers", "", "publishers", []],
    ["/publishers/certik", "", "publisher/certik", [{ kind: "publisher", publisher: "certik" }]],
    ["/links", "page=2", "link-groups/page%3D2", [{ kind: "page", page: 2, groups: true }]],
    [
      "/links/coinex-2023-09",
      "",
      "link-group/coinex-2023-09",
      [{ kind: "group", member: "coinex-2023-09" }],
    ],
    ...["k:a", "k%3Aa"].map((text): [string, string, string, object[]] => [
      `/addresses/kadena/${text}`,
      "",
      "address/kadena/k:a",
      [{ kind: "address", chain: "kadena", text: "k:a" }],
    ]),
    [
      "/transactions/ton/a%2Fb+c%3D",
      "",
      "transaction/ton/a%2Fb%2Bc%3D",
      [{ kind: "transaction", chain: "ton", text: "a/b+c=" }],
    ],
    [
      "/targets",
      "page=2&target=dex&q=a",
      "targets/target%3Ddex%26q%3Da%26page%3D2",
      [{ kind: "page", page: 2, targets: { kind: "dex", q: "a" } }],
    ],
    ["/figures", "", "figures/all", []],
    ["/statistics", "", "statistics/to%3D2024-03-15", []],
    [
      "/statistics",
      "actor=north-korea&year=2023&estimate=best",
      "statistics/year%3D2023%26through%3D2023-12-31%26actor%3Dnorth-korea",
      [{ kind: "actor", slug: "north-korea", as: "filter" }],
    ],
    ["/figures", "scope=phishing", "figures/category%3Dphishing", []],
    ["/figures", "category=phishing&scope=", "figures/category%3Dphishing", []],
    ["/figures", "scope=exploit-any", "figures/scope%3Dexploit-any", []],
    ["/figures", "page=1&year=2023&sort=newest", "figures/year%3D2023", []],
    [
      "/figures",
      "page=2&publisher=CertiK",
      "figures/publisher%3DCertiK%26page%3D2",
      [{ kind: "page", page: 2, figures: { publisher: "CertiK" } }],
    ],
    [
      "/figures",
      "actor=lazarus-group",
      "figures/actor%3Dlazarus-group",
      [{ kind: "actor", slug: "lazarus-group", as: "filter" }],
    ],
    ["/figures.csv", "sort=largest", "figures-file/sort%3Dlargest", []],
    ["/figures.csv", "bom=1&sort=largest", "figures-file/sort%3Dlargest%26bom%3D1", []],
    ["/targets/htx", "", "target/htx", [{ kind: "target", slug: "htx" }]],
    [
      "/targets/htx/history",
      "",
      "target-history/htx",
      [{ kind: "target", slug: "htx", as: "history" }],
    ],
    ["/actors", "", "actors/all", []],
    ["/actors", "confidence=likely", "actors/confidence%3Dlikely", []],
    ["/actors/north-korea", "", "actor/north-korea/all", [{ kind: "actor", slug: "north-korea" }]],
    [
      "/actors/north-korea",
      "confidence=confirmed",
      "actor/north-korea/confidence%3Dconfirmed",
      [{ kind: "actor", slug: "north-korea" }],
    ],
    [
      "/actors/north-korea",
      "through=2023-09-15",
      "actor/north-korea/year%3D2023%26through%3D2023-09-15",
      [{ kind: "actor", slug: "north-korea" }],
    ],
    [
      "/incidents/coinex-2023-09/history",
      "",
      "incident-history/coinex-2023-09",
      [{ kind: "incident", slug: "coinex-2023-09", as: "history" }],
    ],
    [
      "/actors/north-korea/history",
      "",
      "actor-history/north-korea",
      [{ kind: "actor", slug: "north-korea", as: "history" }],
    ],
    ["/methodology", "", "methodology", []],
    ["/periods", "", "periods", []],
    ["/periods/2023-08", "", "period/2023-08/through%3D2023-08-31", []],
    ["/periods/2024", "", "period/2024/through%3D2024-03-15", []],
    ["/changes", "from=2", "changes/from%3D2%26to%3D7", []],
    [
      "/changes",
      "actor=lazarus-group",
      "changes/from%3D6%26to%3D7%26actor%3Dlazarus-group",
      [{ kind: "actor", slug: "lazarus-group", as: "cited" }],
    ],
    ["/moved.json", "version=1&actor=none", "moved/version%3D1%26actor%3Dnone", []],
    ["/feeds/citation.atom", "version=2", "feed/citation/version%3D2", []],
    ["/feeds/versions.atom", "", "feed/versions", []],
  ])("%s?%s is rendered at %s", (path, query, inner, required) => {
    expect(read(path, query)).toMatchObject({ ok: true, value: { inner, required } });
  });

  test.each([
    ["/", "year=2023", "year=2023&through=2023-12-31"],
    ["/", "", "confidence=suspected&year=2024"],
    ["/", "through=2023-09-15", "through=2023-09-15&year=2023"],
    ["/incidents", "q=a+b&sort=newest", "page=1&q=%20a%20%20b"],
    ["/incidents", "from=2023-01-01&to=2023-02-01", "to=2023-02-01&from=2023-01-01"],
    ["/incidents", "q=caf%C3%A9", "q=cafe%CC%81"],
    ["/incidents", "target-name=caf%C3%A9+b", "target-name=cafe%CC%81%20%20b"],
    ["/actors", "", "confidence=suspected"],
  ])("%s is one page as %j and as %j", (path, one, other) => {
    expect(innerOf(read(path, one))).toBe(innerOf(read(path, other)));
  });

  test.each([
    "/incidents/",
    "/incidents/CoinEx",
    "/incidents/a/b",
    "/incidents/%2e%2e",
    "/incidents/a%2Fb",
    "/actors/Lazarus%20Group",
    "/methodology/x",
    "/versioned",
    "/versioned/newest.1/overview/all",
    "/versioned/pinned.1/methodology",
    "/problem",
    "/Incidents",
    "/index.html",
    "/.env",
    "//",
    "//incidents",
    "/%00",
    "/%ff",
    "/v/1",
    `/incidents/${"a".repeat(101)}`,
  ])("there is none at %s", (path) => {
    expect(read(path)).toBeNull();
  });

  test.each([
    ["/", "year=abc", "year"],
    ["/", "sort=name", "sort"],
    ["/incidents", "through=2023-01-01", "through"],
    ["/incidents/coinex-2023-09", "year=2023", "year"],
    ["/actors", "q=x", "q"],
    ["/actors/north-korea", "page=2", "page"],
    ["/methodology", "x=1", "x"],
    ["/periods", "year=2023", "year"],
    ["/statistics", "by=category", "by"],
    ["/statistics", "axis=log", "axis"],
    ["/statistics", "from=2024-02-01&to=2024-01-01", "from"],
    ["/periods/2023-13", "", "period"],
    ["/periods/2023-13.png", "", "period"],
    ["/periods/2024-04", "", "period"],
    ["/periods/x", "", "period"],
    ["/periods/2023-Q5.svg", "", "period"],
    ["/periods/2023.png", "width=1000000000", "width"],
    ["/periods/2023.svg", "scale=2", "scale"],
    ["/periods/2023.svg", "year=2023", "year"],
    ["/changes", "from=8", "from"],
    ["/changes", "from=3&to=2", "from"],
    ["/moved.json", "", "version"],
    ["/feeds/citation.atom", "version=0", "version"],
  ])("%s?%s is refused for its %s", (path, query, parameter) => {
    expect(read(path, query)).toMatchObject({ ok: false, problems: [{ parameter }] });
  });
});

test.each([
  ["/feeds/versions.atom", "", 2],
  ["/feeds/citation.atom", "version=1", 2],
  ["/moved.json", "version=1", 1],
  ["/figures.csv", "", 1],
])("%s is kept for each origin only where its links are absolute", (path, query, kept) => {
  const found = read(path, query);
  if (!found?.ok) throw new Error("refused");
  const keys = ["http://a.example", "https://a.example"].map((origin) =>
    found.value.fileKey(7, false, origin),
  );
  expect(new Set(keys).size).toBe(kept);
});

describe("the segment of a rendered page", () => {
  test.each([
    "",
    "q=100%25",
    "q=%2525",
    "q=a%2Fb%5C%26c%3Dd",
    "q=all",
    "q=%F0%9F%92%B8",
    "from=2023-01-01&to=2023-12-31&category=phishing&sort=largest&page=2",
  ])("holds the list asked for by %j", (query) => {
    const inner = innerOf(read("/incidents", query));
    expect(inner).toMatch(/^incidents\/[^/?#]+$/);
    const segment = inner.slice("incidents/".length);
    const asked = readIncidents(new URLSearchParams(query));
    // As a page gets it, and decoded, as a route handler does.
    for (const given of [segment, decodeURIComponent(segment)])
      expect({ ok: true, value: routes.incidents.viewIn({ query: given }, 7) }).toEqual(asked);
  });

  test("holds an overview's year and day, so that no later day changes it", () => {
    const query = innerOf(read("/", "")).slice("overview/".length);
    expect(routes.overview.viewIn({ query }, 7)).toEqual({
      year: 2024,
      through: NOW,
      confidence: "suspected",
    });
  });

  test("is refused where it is not in canonical form", () => {
    expect(() => routes.overview.viewIn({ query: "year%3Dx" }, 7)).toThrow("overview");
  });
});

describe("the table", () => {
  test("renders each route in a folder of its own", () => {
    const folders = Object.values(routes).map((route) => route.folder);
    expect(new Set(folders).size).toBe(folders.length);
    for (const folder of folders)
      expect(existsSync(path.join("app/versioned/[reference]", folder)), folder).toBe(true);
  });

  test("leads no path to two of its routes", () => {
    const paths = Object.values(routes).flatMap((route) =>
      EXAMPLES.filter(
        (each) =>
          route.match(each, new URLSearchParams(), {
            asOf: NOW,
            now: NOW,
            covered: null,
            newest: 7,
            isPinned: false,
          }) !== null,
      ),
    );
    expect(paths.toSorted()).toEqual(EXAMPLES.toSorted());
  });
});
