import { describe, expect, it } from "vitest";
import { dateAtPlace, LAST_PLACE, placeInYear } from "./leap-year";

describe("a day's place in the year", () => {
  it("is the same in every year, with one kept free for 29 February", () => {
    expect(placeInYear("2023-01-01")).toBe(0);
    expect(placeInYear("2023-02-28")).toBe(58);
    expect(placeInYear("2024-02-29")).toBe(59);
    expect(placeInYear("2023-03-01")).toBe(60);
    expect(placeInYear("2024-03-01")).toBe(60);
    expect(placeInYear("2023-12-31")).toBe(LAST_PLACE);
  });

  it("goes back to the date", () => {
    for (let place = 0; place <= LAST_PLACE; place++) {
      const day = new Date(Date.UTC(2024, 0, 1 + place)).toISOString().slice(0, 10);
      expect(placeInYear(day)).toBe(place);
      expect(dateAtPlace(place).split(" ")[0]).toBe(String(Number(day.slice(8))));
    }
    expect(dateAtPlace(258)).toBe("15 Sep");
  });
});
