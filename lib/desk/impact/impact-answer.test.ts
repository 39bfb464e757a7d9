import { expect, test } from "vitest";
import { missingText } from "@/lib/desk/impact/impact-answer";

test("what a draft lacks is told in a line", () => {
  const name = { path: ["name"], message: "Name must not be empty." };
  const source = { path: ["addresses", 1, "source"], message: "Source must not be empty." };
  const warning = { path: ["lossUsd"], message: "Is that meant?", question: true };
  expect(missingText("incident", [warning, name])).toBe(
    "Not complete yet: Name must not be empty.",
  );
  expect(missingText("incident", [source, warning, name])).toBe(
    "Not complete yet: Address 2: Source must not be empty. And 1 more.",
  );
});
