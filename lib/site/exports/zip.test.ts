import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeZip } from "@/lib/site/exports/zip";

const bytes = (text: string) => new TextEncoder().encode(text);

test("equal files make equal zips, in whatever order and wherever the clock stands", () => {
  const one = writeZip(
    new Map([
      ["b.csv", bytes("b")],
      ["a.png", bytes("a")],
    ]),
  );
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Kiritimati";
  const other = writeZip(
    new Map([
      ["a.png", bytes("a")],
      ["b.csv", bytes("b")],
    ]),
  );
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(other).toEqual(one);
  const files = unzipSync(one);
  expect(Object.keys(files)).toEqual(["a.png", "b.csv"]);
  expect(new TextDecoder().decode(files["b.csv"])).toBe("b");
});
