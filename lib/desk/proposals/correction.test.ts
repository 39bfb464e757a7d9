import { expect, test } from "vitest";
import { retractionSchema } from "@/lib/desk/proposals/correction";

test("a reason of several lines is taken as browsers send it", () => {
  const sent = { kind: "figure", recordId: "7", reason: "It was taken back.\r\nSee its note.\r\n" };
  expect(retractionSchema.parse(sent).reason).toBe("It was taken back.\nSee its note.");
});
