import { describe, expect, test } from "vitest";
import { parseWithQuantities } from "@/lib/values/quantities/exact-json";
import { formatQuantity, plainDecimal, quantitySchema } from "@/lib/values/quantities/quantity";

const LARGEST = String(2n ** 256n - 1n);

describe("a quantity is kept to its last digit", () => {
  test.each([
    [4947, "4947"],
    [0, "0"],
    [1e-18, "0.000000000000000001"],
    [1e21, "1000000000000000000000"],
    [0.1, "0.1"],
    ["98765.432109876543210987", "98765.432109876543210987"],
    ["0.987654321098765432", "0.987654321098765432"],
    ["007.500", "7.5"],
    ["1.25e-3", "0.00125"],
    ["12.5E2", "1250"],
    [LARGEST, LARGEST],
  ])("%s is %s", (given, decimal) => {
    expect(quantitySchema.parse(given)).toBe(decimal);
    expect(quantitySchema.parse(decimal)).toBe(decimal);
  });

  test.each([
    [-1, "must not be negative"],
    ["-0.5", "must not be negative"],
    ["0.0000000000000000001", "must not be finer than 18 decimals"],
    [1e-19, "must not be finer than 18 decimals"],
    [`1${"0".repeat(78)}`, "must have at most 78 digits before its decimal point"],
    ["many", "must be a number"],
    ["1,000", "must be a number"],
    ["", "must be a number"],
    [Number.NaN, "must be a number"],
    [Number.POSITIVE_INFINITY, "must be a number"],
    [true, "must be a number"],
    [undefined, "must be a number"],
  ])("%s is refused: %s", (given, said) => {
    const read = quantitySchema.safeParse(given);
    expect(read.error?.issues.map(({ message }) => message).join()).toContain(said);
  });

  test("and set apart by thousands without losing any", () => {
    expect(formatQuantity("98765.432109876543210987")).toBe("98,765.432109876543210987");
    expect(formatQuantity(LARGEST).replaceAll(",", "")).toBe(LARGEST);
  });

  test("what is no number is none", () => {
    expect(["1e", "1.", ".5", "0x1", "1e9999", " 1"].map(plainDecimal)).toEqual(
      Array(6).fill(null),
    );
  });
});

describe("a file's quantities are read before they are rounded", () => {
  test("as numbers and as texts, wherever white space stands", () => {
    const text = `{"a": [{"quantity" :\n 98765.432109876543210987, "usd": 1.50}, {"quantity": "7"}, {"quantity": null}, {"quantity":1e-18}]}`;
    expect(parseWithQuantities(text)).toEqual({
      a: [
        { quantity: "98765.432109876543210987", usd: 1.5 },
        { quantity: "7" },
        { quantity: null },
        { quantity: "1e-18" },
      ],
    });
  });

  test("and texts that speak of them stay as they are", () => {
    const given = {
      summary: 'a "quantity": 5, "quantity" : 6 \\',
      quantities: 3,
      name: "quantity",
    };
    expect(parseWithQuantities(JSON.stringify(given))).toEqual(given);
  });

  test("what is no JSON is told of at its place", () => {
    expect(() => parseWithQuantities('{"quantity": 5,}')).toThrow(/position 15|JSON/);
  });
});
