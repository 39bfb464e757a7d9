import { describe, expect, test } from "vitest";
import { findRoute, routes } from "@/lib/site/urls/routes";
import { chartRoutes } from "@/lib/site/urls/routes/chart-routes";

const NOW = "2024-03-15";
const CONTEXT = { asOf: NOW, now: NOW, covered: null, newest: 7, isPinned: false };
const read = (path: string, query = "") => findRoute(path, new URLSearchParams(query), CONTEXT);
const isAboutCharts = (path: string) =>
  Object.values(chartRoutes).some(
    (route) => route.match(path, new URLSearchParams(), CONTEXT) !== null,
  );

describe("an address about charts", () => {
  test.each([
    ["/charts", "", "charts/through%3D2024-03-15"],
    ["/charts/monthly", "", "chart/monthly/year%3D2024%26through%3D2024-03-15"],
    [
      "/charts/monthly.svg",
      "theme=dark&year=2023&shape=square",
      "chart-file/monthly/svg/year%3D2023%26through%3D2023-12-31%26shape%3Dsquare%26theme%3Ddark",
    ],
    ["/charts/largest.png", "", "chart-file/largest/png/to%3D2024-03-15"],
    [
      "/charts/chains.csv",
      "year=2022&bom=1",
      "chart-file/chains/csv/year%3D2022%26through%3D2022-12-31%26bom%3D1",
    ],
    [
      "/charts/chains.tsv",
      "year=2022&bom=1",
      "chart-file/chains/tsv/year%3D2022%26through%3D2022-12-31",
    ],
    ["/charts/chains.csv", "year=2022", "chart-file/chains/csv/year%3D2022%26through%3D2022-12-31"],
    [
      "/charts/chains.png",
      "scale=1&year=2022&note=b&headline=a+b",
      "chart-file/chains/png/year%3D2022%26through%3D2022-12-31%26scale%3D1%26headline%3Da%2Bb%26note%3Db",
    ],
    ["/charts/timeline", "alt=a", "chart/timeline/to%3D2024-03-15%26alt%3Da"],
    [
      "/embed/timeline",
      "credit=a&theme=dark",
      "embed/timeline/to%3D2024-03-15%26theme%3Ddark%26credit%3Da",
    ],
    ["/embed/timeline", "theme=dark", "embed/timeline/to%3D2024-03-15%26theme%3Ddark"],
    ["/embed/timeline", "", "embed/timeline/to%3D2024-03-15"],
  ])("%s?%s is rendered at %s", (path, query, inner) => {
    expect(read(path, query)).toMatchObject({ ok: true, value: { inner } });
  });

  test.each([
    ["/charts/nothing", "", ["chart"]],
    ["/charts/nothing.json", "", ["chart"]],
    ["/charts/toString.svg", "", ["chart"]],
    ["/charts/monthly.gif", "", ["format"]],
    ["/charts/monthly", "by=day", ["by"]],
    ["/charts/monthly", "width=400", ["width"]],
    ["/charts/monthly.csv", "width=400", ["width"]],
    ["/charts/monthly.csv", "bom=2", ["bom"]],
    ["/charts/monthly.json", "bom=1", ["bom"]],
    ["/charts/monthly.png", "width=1e9", ["width"]],
    ["/charts/monthly.svg", "by=day&width=1e9", ["by", "width"]],
    ["/charts/monthly.svg", "from=2023-02-01&to=2023-01-01", ["from"]],
    ["/charts/year-to-date", "by=actor", ["by"]],
    ["/charts", "year=2023", ["year"]],
    ["/embed/monthly", "theme=blue", ["theme"]],
    ["/charts/monthly.csv", "headline=a", ["headline"]],
    ["/charts/monthly.zip", "credit=a", ["credit"]],
    ["/charts/monthly.png", "by=day&width=1e9&mark=a", ["by", "mark", "width"]],
    ["/charts/monthly", "headline=a%00", ["headline"]],
    ["/embed/nothing", "", ["chart"]],
  ])("%s?%s is refused for %s", (path, query, parameters) => {
    expect(read(path, query)).toMatchObject({
      ok: false,
      problems: parameters.map((parameter) => ({ parameter })),
    });
  });

  test.each([
    ["/charts/monthly.png", ["year", "shape", "scale", "headline", "mark"], ["text", "bom"]],
    ["/charts/monthly.svg", ["year", "shape", "text", "headline"], ["scale"]],
    ["/charts/monthly.csv", ["year", "bom"], ["shape", "headline"]],
    ["/charts/monthly", ["year", "headline"], ["shape", "theme"]],
    ["/embed/monthly", ["year", "headline", "theme"], ["shape"]],
  ])("a slip at %s is answered with every parameter that it knows", (path, known, unknown) => {
    const found = read(path, "headlin=a");
    if (found === null || found.ok) throw new Error("not refused");
    const [problem] = found.problems;
    const named = problem?.allowed.replace("one of the parameters ", "").split(", ") ?? [];
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
    expect(unknown.filter((name) => named.includes(name))).toEqual([]);
  });

  test.each([
    "/",
    "/incidents",
    "/charts/",
    "/charts/monthly/",
    "/charts/a/b",
    "/embed",
    "/embed/monthly.svg",
  ])("%s is about none", (path) => {
    expect(isAboutCharts(path)).toBe(false);
  });

  test("a picture's segment holds the chart, how it is drawn and what a publisher adds", () => {
    const asked = new URLSearchParams(
      "theme=dark&year=2023&actor=none&shape=square&headline=Who? 50%25 %26 more&mark=a-b:c: d",
    );
    const read = routes.chartFile.parse("/charts/monthly.svg", asked, CONTEXT);
    if (!read?.ok) throw new Error("refused");
    const { inner } = routes.chartFile.destination(read.value);
    const [, chart, format, query] = inner.split("/");
    expect(routes.chartFile.viewIn({ chart, format, query }, 7)).toEqual(read.value);
  });

  test.each([
    ["monthly", "measure=count&estimate=low", "measure=count"],
    ["monthly", "measure=returned&estimate=high", "measure=returned"],
    ["monthly", "measure=net&estimate=high", null],
    ["monthly", "actor=lazarus-group&confidence=suspected", "actor=lazarus-group"],
    ["monthly", "actor=none&confidence=suspected", "actor=none"],
    ["actors", "confidence=suspected", ""],
    ["monthly", "by=actor&confidence=suspected", "by=actor"],
    ["monthly", "confidence=suspected", null],
    ["monthly", "actor=lazarus-group&confidence=likely", null],
  ])("%s?%s is the same view as with %s", (chart, query, same) => {
    const inner = (asked: string) => {
      const found = read(`/charts/${chart}`, asked);
      return found?.ok ? found.value.inner : null;
    };
    // Null: nothing of it can be left out.
    if (same !== null) return expect(inner(query)).toBe(inner(same));
    for (const part of query.split("&"))
      expect(inner(query.replace(part, "").replace(/^&|&$/, ""))).not.toBe(inner(query));
  });

  test("an embed is kept for the newest version and for a pinned one, a file once", () => {
    const keys = (path: string) => {
      const found = read(path);
      if (!found?.ok) throw new Error("refused");
      return [found.value.fileKey(7, false, ""), found.value.fileKey(7, true, "")];
    };
    expect(new Set(keys("/embed/timeline")).size).toBe(2);
    expect(new Set(keys("/charts/timeline.svg")).size).toBe(1);
  });
});
