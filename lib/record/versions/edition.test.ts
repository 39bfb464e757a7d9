import { describe, expect, test } from "vitest";
import { readEdition, writeEdition } from "@/lib/record/versions/edition";

describe("an edition", () => {
  test.each([
    [{ version: 1, fixed: false }, "latest.1"],
    [{ version: 412, fixed: true }, "fixed.412"],
  ])("%j is written %s and read back", (edition, segment) => {
    expect(writeEdition(edition)).toBe(segment);
    expect(readEdition(segment)).toEqual(edition);
  });

  test.each(["", "latest", "latest.", "newest.1", "fixed.x", "fixed.1.2", "fixed.-1", " fixed.1"])(
    "%j is none",
    (segment) => {
      expect(() => readEdition(segment)).toThrow("not an edition");
    },
  );
});
