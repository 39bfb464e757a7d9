import { expect, test } from "vitest";
import { printedAddress, publicAddress, publicBase } from "@/lib/site/urls/public-address";
import { setEnvironment } from "@/testing/environment";

test("an address is whole where the operator has said where the record is found", () => {
  setEnvironment({ LOSSLINE_URL: "https://lossline.example/" });
  const base = publicBase();
  expect(publicAddress("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
  expect(printedAddress("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
});

test("without that, what is printed names the record", () => {
  setEnvironment({ LOSSLINE_URL: "" });
  expect(publicBase()).toBeNull();
  expect(printedAddress("/v/1/charts", null)).toBe("lossline/v/1/charts");
  expect(publicAddress("/v/1/charts", null)).toBe("/v/1/charts");
});
