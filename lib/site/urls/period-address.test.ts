import { expect, test } from "vitest";
import { readPeriodAddress } from "@/lib/site/urls/period-address";

const NOW = "2024-03-15";
const read = (path: string, query = "") =>
  readPeriodAddress(path, new URLSearchParams(query), NOW, NOW);

test.each([
  ["/periods/2023-08", "", "period/2023-08/through%3D2023-08-31", false],
  ["/periods/2024", "", "period/2024/through%3D2024-03-15", false],
  ["/periods/2023-Q3.svg", "", "period-file/2023-Q3/through%3D2023-09-30/svg/all", true],
  [
    "/periods/2024.png",
    "shape=story&theme=dark",
    "period-file/2024/through%3D2024-03-15/png/shape%3Dstory%26theme%3Ddark",
    true,
  ],
  [
    "/periods/2024.png",
    "through=2024-02-29&width=1200&height=675",
    "period-file/2024/through%3D2024-02-29/png/all",
    true,
  ],
])("%s?%s is made at %s", (path, query, inner, isFile) => {
  expect(read(path, query)).toEqual({ ok: true, value: { inner, isFile } });
});

test.each(["/periods", "/periods/2023/08", "/periods/2023.csv", "/period/2023", "/"])(
  "%s is about no period",
  (path) => {
    expect(read(path)).toBeNull();
  },
);

test("what is wrong with the period and with the picture is said at once", () => {
  expect(read("/periods/2023-13.png", "width=9")).toMatchObject({
    ok: false,
    problems: [{ parameter: "period" }, { parameter: "width" }],
  });
});
