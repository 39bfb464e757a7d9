import { describe, expect, it } from "vitest";
import { FIRST_YEAR } from "@/lib/statistics/rules/parameters";
import { FIRST_INDEX_YEAR, isIndexYear, LAST_INDEX_YEAR, PRICE_INDEX } from "./price-index";

/** By how many percent the average rose over that of the year before, as the Bureau prints it beside the index. */
const RISES: Record<number, number> = {
  2010: 1.6,
  2011: 3.2,
  2012: 2.1,
  2013: 1.5,
  2014: 1.6,
  2015: 0.1,
  2016: 1.3,
  2017: 2.1,
  2018: 2.4,
  2019: 1.8,
  2020: 1.2,
  2021: 4.7,
  2022: 8.0,
  2023: 4.1,
  2024: 2.9,
};

describe("the price index", () => {
  it("has every year from the first in which anything could be stolen on, without a gap", () => {
    expect(FIRST_INDEX_YEAR).toBe(FIRST_YEAR);
    expect(PRICE_INDEX.map(({ year }) => year)).toEqual(
      PRICE_INDEX.map((_, place) => FIRST_INDEX_YEAR + place),
    );
    expect(isIndexYear(LAST_INDEX_YEAR)).toBe(true);
    expect(isIndexYear(LAST_INDEX_YEAR + 1)).toBe(false);
  });

  it("is to three decimals, which it is counted by", () => {
    for (const { average } of PRICE_INDEX) expect(average).toMatch(/^\d{3}\.\d{3}$/);
  });

  it("rises as the Bureau says", () => {
    for (const [place, { year, average }] of PRICE_INDEX.entries()) {
      const before = PRICE_INDEX[place - 1];
      const said = RISES[year];
      if (before === undefined || said === undefined) continue;
      const rise = (Number(average) / Number(before.average) - 1) * 100;
      expect(`${year}: ${rise.toFixed(1)}`).toBe(`${year}: ${said.toFixed(1)}`);
    }
    expect(Object.keys(RISES)).toHaveLength(15);
  });
});
