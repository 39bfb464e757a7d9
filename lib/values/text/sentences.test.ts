import { expect, it } from "vitest";
import { sentences } from "./sentences";

it("ends each once", () => {
  expect(
    sentences(["US$ million", "3 incidents are left out.", "", "Note: “Why?”", "Credit: me"]),
  ).toBe("US$ million. 3 incidents are left out. Note: “Why?” Credit: me");
  expect(sentences(["为什么？", "b"])).toBe("为什么？ b");
});
