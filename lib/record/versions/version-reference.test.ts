import { describe, expect, test } from "vitest";
import {
  readVersionReference,
  writeVersionReference,
} from "@/lib/record/versions/version-reference";

describe("a version reference", () => {
  test.each([
    [{ version: 1, pinned: false }, "newest.1"],
    [{ version: 412, pinned: true }, "pinned.412"],
  ])("%j is written %s and read back", (reference, segment) => {
    expect(writeVersionReference(reference)).toBe(segment);
    expect(readVersionReference(segment)).toEqual(reference);
  });

  test.each([
    "",
    "newest",
    "newest.",
    "latest.1",
    "pinned.x",
    "pinned.1.2",
    "pinned.-1",
    " pinned.1",
  ])("%j is none", (segment) => {
    expect(() => readVersionReference(segment)).toThrow("not a version reference");
  });
});
