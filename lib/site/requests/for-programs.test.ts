import { expect, test } from "vitest";
import { FORMATS } from "@/lib/site/exports/formats";
import { isForPrograms, preflight } from "@/lib/site/requests/for-programs";
import { routes } from "@/lib/site/urls/routes";

test("every file and feed is for programs, whatever its format, and no page is", () => {
  for (const format of Object.keys(FORMATS))
    expect([format, isForPrograms(routes.chartFile.path({ chart: "monthly", format }))]).toEqual([
      format,
      true,
    ]);
  for (const path of [
    "/feeds/versions.atom",
    "/moved.json",
    "/version.json",
    "/oembed",
    "/log/checkpoint",
    "/timemap",
    "/timegate/actors",
    "/sitemap.xml",
    "/robots.txt",
  ])
    expect([path, isForPrograms(path)]).toEqual([path, true]);
  for (const path of ["/", "/charts/monthly", "/embed/monthly", "/oembed/x", "/json", "/a.json/b"])
    expect([path, isForPrograms(path)]).toEqual([path, false]);
});

test("a preflight lets scripts of any site read, and no more than read", () => {
  const { status, headers } = preflight();
  expect(status).toBe(204);
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
  expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
});
