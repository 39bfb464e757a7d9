import { expect, test } from "vitest";
import { lagText, youngDays } from "@/lib/record/coverage/source-lag";

const lag = { incidents: 100, half: 0, nineOfTen: 3, nineteenOfTwenty: 10 };

test("young are the days from which one theft in twenty takes longer than until the covered day", () => {
  expect(youngDays(lag, "2023-03-05")).toEqual({ from: "2023-02-24", within: 10 });
  // Where 19 of 20 are known on the day itself, no day is young.
  expect(youngDays({ ...lag, nineteenOfTwenty: 0 }, "2023-03-05").from).toBe("2023-03-06");
});

test("words name the days", () => {
  expect(lagText(1)).toBe("19 in 20 thefts on record had their first source within 1 day");
  expect(lagText(1234)).toContain("within 1,234 days");
});
