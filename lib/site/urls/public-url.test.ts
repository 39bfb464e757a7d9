import { expect, test } from "vitest";
import { printedUrl, publicBase, publicUrl } from "@/lib/site/urls/public-url";
import { setEnvironment } from "@/testing/environment";

test("an address is whole where the operator has said where the record is found", () => {
  setEnvironment({ LOSSLINE_URL: "https://lossline.example/" });
  const base = publicBase();
  expect(publicUrl("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
  expect(printedUrl("/v/1/charts", base)).toBe("https://lossline.example/v/1/charts");
});

test("without that, what is printed names the record", () => {
  setEnvironment({ LOSSLINE_URL: "" });
  expect(publicBase()).toBeNull();
  expect(printedUrl("/v/1/charts", null)).toBe("lossline/v/1/charts");
  expect(publicUrl("/v/1/charts", null)).toBe("/v/1/charts");
});
