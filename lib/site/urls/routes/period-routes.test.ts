import { expect, test } from "vitest";
import { findRoute } from "@/lib/site/urls/routes";
import { periodRoutes } from "@/lib/site/urls/routes/period-routes";

const NOW = "2024-03-15";
const CONTEXT = { asOf: NOW, now: NOW, covered: null, newest: 7, isPinned: false };
const read = (path: string, query = "") => findRoute(path, new URLSearchParams(query), CONTEXT);

test.each([
  ["/periods/2023-08", "", "period/2023-08/through%3D2023-08-31", "page"],
  ["/periods/2024", "", "period/2024/through%3D2024-03-15", "page"],
  ["/periods/2023-Q3.svg", "", "period-file/2023-Q3/svg/through%3D2023-09-30", "file"],
  [
    "/periods/2024.png",
    "shape=story&theme=dark",
    "period-file/2024/png/through%3D2024-03-15%26shape%3Dstory%26theme%3Ddark",
    "file",
  ],
  [
    "/periods/2024.png",
    "through=2024-02-29&width=1200&height=675",
    "period-file/2024/png/through%3D2024-02-29",
    "file",
  ],
])("%s?%s is made at %s", (path, query, inner, answer) => {
  expect(read(path, query)).toMatchObject({ ok: true, value: { inner, answer } });
});

test.each(["/periods", "/periods/2023/08", "/periods/2023.csv", "/period/2023", "/"])(
  "%s is about no period",
  (path) => {
    const { period, periodFile } = periodRoutes;
    for (const route of [period, periodFile])
      expect(route.match(path, new URLSearchParams(), CONTEXT)).toBeNull();
  },
);

test("what is wrong with the period and with the picture is said at once", () => {
  expect(read("/periods/2023-13.png", "width=9")).toMatchObject({
    ok: false,
    problems: [{ parameter: "period" }, { parameter: "width" }],
  });
});
