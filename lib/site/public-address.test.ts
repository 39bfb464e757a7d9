import { expect, test } from "vitest";
import { printedAddress, publicAddress, publicBase } from "@/lib/site/public-address";

test("an address is whole where the operator has said where the record is found", () => {
  const base = publicBase("https://lossline.example/");
  expect(publicAddress("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
  expect(printedAddress("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
});

test("without that, what is printed names the record", () => {
  expect(publicBase("")).toBeNull();
  expect(printedAddress("/v/1/charts", null)).toBe("lossline/v/1/charts");
  expect(publicAddress("/v/1/charts", null)).toBe("/v/1/charts");
});

test.each([
  "lossline.example",
  "ftp://lossline.example",
  "https://x.example/path",
  "https://x.example?y",
])("%s is not the address of a site", (given) => {
  expect(() => publicBase(given)).toThrow("LOSSLINE_URL");
});
