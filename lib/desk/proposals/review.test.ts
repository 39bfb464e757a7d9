import { expect, test } from "vitest";
import { noteSchema } from "@/lib/desk/proposals/public-note";
import { commentSchema, reasonSchema } from "@/lib/desk/proposals/review";

test("what is written in several lines is taken as a browser sends it", () => {
  for (const schema of [commentSchema, reasonSchema, noteSchema])
    expect(schema.parse("Why?\r\n\r\nBecause.")).toBe("Why?\n\nBecause.");
});

test("what hides in a line is not", () => {
  for (const schema of [commentSchema, reasonSchema, noteSchema])
    for (const text of ["a\rb", "a\u0000b", "a\u202eb"])
      expect(schema.safeParse(text).success).toBe(false);
});
