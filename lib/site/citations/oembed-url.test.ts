import { expect, test } from "vitest";
import { oembedUrl } from "@/lib/site/citations/oembed-url";
import { encodeCitation } from "@/lib/site/citations/short-id";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { valueOrThrow } from "@/lib/statistics/rules/parameters";

const BASE = "https://lossline.example";
const NOW = "2024-03-15";
const view = valueOrThrow(
  readChart("monthly", new URLSearchParams("year=2023"), { asOf: NOW, now: NOW }),
);
const shortId = encodeCitation({ version: 7, view });

test.each([
  ["/charts/monthly", "/charts/monthly"],
  [`${BASE}/charts/monthly`, "/charts/monthly"],
  ["http://lossline.example/charts/monthly/", "/charts/monthly"],
  [`${BASE}/charts/monthly/?year=2023`, "/charts/monthly?year=2023"],
  [`${BASE}/charts/monthly//?utm_source=x`, "/charts/monthly"],
  [`${BASE}/v/1/periods/2023-08).`, "/v/1/periods/2023-08"],
  [`${BASE}/v/1/?year=2023&fbclid=1`, "/v/1?year=2023"],
  [`${BASE}/`, "/"],
  [`${BASE}/c/${shortId}`, "/v/7/charts/monthly?year=2023&through=2023-12-31"],
  [`${BASE}/c/${shortId.toLowerCase()}/`, "/v/7/charts/monthly?year=2023&through=2023-12-31"],
])("%s is asked as %s", (given, expected) => {
  const url = oembedUrl(given, BASE);
  expect(`${url?.pathname}${url?.search}`).toBe(expected);
  expect(url?.host).toBe("lossline.example");
});

test.each([
  "",
  "charts/monthly",
  "//elsewhere.example/charts/monthly",
  "https://elsewhere.example/charts/monthly",
  "https://lossline.example:8080/charts/monthly",
  "https://lossline.example.elsewhere.example/",
  "ftp://lossline.example/charts/monthly",
  "javascript:alert(1)",
  `${BASE}/c/none`,
])("%s is none of this record's", (given) => {
  expect(oembedUrl(given, BASE)).toBeNull();
});

test("a path that would name another host is none of ours", () => {
  for (const path of ["//evil.example/charts/monthly", "//", "///evil.example"])
    expect(oembedUrl(`https://lossline.example${path}`, "https://lossline.example")).toBeNull();
});
