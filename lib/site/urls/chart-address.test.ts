import { describe, expect, test } from "vitest";
import { readChartAddress } from "@/lib/site/urls/chart-address";

const NOW = "2024-03-15";
const read = (path: string, query = "") =>
  readChartAddress(path, new URLSearchParams(query), NOW, NOW);

describe("an address about charts", () => {
  test.each([
    ["/charts", "", "charts/through%3D2024-03-15"],
    ["/charts/monthly", "", "chart/monthly/year%3D2024%26through%3D2024-03-15"],
    [
      "/charts/monthly.svg",
      "theme=dark&year=2023&shape=square",
      "chart-file/monthly/year%3D2023%26through%3D2023-12-31/svg/shape%3Dsquare%26theme%3Ddark",
    ],
    ["/charts/largest.png", "", "chart-file/largest/to%3D2024-03-15/png/all"],
    [
      "/charts/chains.csv",
      "year=2022",
      "chart-file/chains/year%3D2022%26through%3D2022-12-31/csv/all",
    ],
    ["/embed/timeline", "theme=dark", "embed/timeline/to%3D2024-03-15/dark"],
    ["/embed/timeline", "", "embed/timeline/to%3D2024-03-15/auto"],
  ])("%s?%s is rendered at %s", (path, query, inner) => {
    expect(read(path, query)).toMatchObject({ ok: true, value: { inner } });
  });

  test.each([
    ["/charts/nothing", "", ["chart"]],
    ["/charts/nothing.json", "", ["chart"]],
    ["/charts/toString.svg", "", ["chart"]],
    ["/charts/monthly.pdf", "", ["format"]],
    ["/charts/monthly", "by=day", ["by"]],
    ["/charts/monthly", "width=400", ["width"]],
    ["/charts/monthly.csv", "width=400", ["width"]],
    ["/charts/monthly.png", "width=1e9", ["width"]],
    ["/charts/monthly.svg", "by=day&width=1e9", ["by", "width"]],
    ["/charts/monthly.svg", "from=2023-02-01&to=2023-01-01", ["from"]],
    ["/charts/year-to-date", "by=actor", ["by"]],
    ["/charts", "year=2023", ["year"]],
    ["/embed/monthly", "theme=blue", ["theme"]],
    ["/embed/nothing", "", ["chart"]],
  ])("%s?%s is refused for %s", (path, query, parameters) => {
    expect(read(path, query)).toMatchObject({
      ok: false,
      problems: parameters.map((parameter) => ({ parameter })),
    });
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
    expect(read(path)).toBeNull();
  });
});
