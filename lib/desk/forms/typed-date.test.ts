import { describe, expect, test } from "vitest";
import { readDate } from "@/lib/desk/forms/typed-date";

const choicesOf = (typed: string) => readDate(typed).choices.map(({ fills }) => fills.here);

test.each([
  ["2023-09-12", "2023-09-12"],
  ["2023-09", "2023-09"],
  ["2023", "2023"],
  ["20230912", "2023-09-12"],
  ["2023/9/12", "2023-09-12"],
  ["2023.09.12.", "2023-09-12"],
  ["Sept 12th, 2023", "2023-09-12"],
  ["Sep 12, 2023", "2023-09-12"],
  ["12 Sept 2023", "2023-09-12"],
  ["12Sep2023", "2023-09-12"],
  ["12-Sep-2023", "2023-09-12"],
  ["12-Sep-23", "2023-09-12"],
  ["2023 Sep 12", "2023-09-12"],
  ["12th of September 2023", "2023-09-12"],
  ["on 12 Sept. 2023", "2023-09-12"],
  ["Tuesday, September 12, 2023", "2023-09-12"],
  ["Tue 12 Sep 2023", "2023-09-12"],
  ["Thu, 03 Mar 2022 12:34:56 GMT", "2022-03-03"],
  ["  12   September\n2023 ", "2023-09-12"],
  ["September 2023", "2023-09"],
  ["Sept. 2023", "2023-09"],
  ["09/2023", "2023-09"],
  ["13.09.2023", "2023-09-13"],
  ["9/25/2023", "2023-09-25"],
  ["11.11.2023", "2023-11-11"],
  ["late March 2022", "2022-03"],
  ["end of March 2022", "2022-03"],
  ["early 2014", "2014"],
  ["around May 2018", "2018-05"],
  ["c. 2013", "2013"],
])("%s is %s", (typed, value) => {
  expect(readDate(typed)).toEqual({ value, asks: null, choices: [] });
});

test.each([
  ["12. September 2023", "2023-09-12"],
  ["12. Sept. 2023", "2023-09-12"],
  ["Dienstag, 12. September 2023", "2023-09-12"],
  ["am 24. Dezember 2019", "2019-12-24"],
  ["3. Jänner 2021", "2021-01-03"],
  ["12 février 2022", "2022-02-12"],
  ["le 1er août 2022", "2022-08-01"],
  ["7 de mayo de 2021", "2021-05-07"],
  ["7 de maio de 2021", "2021-05-07"],
  ["7 maggio 2021", "2021-05-07"],
  ["7 mei 2021", "2021-05-07"],
  ["7 maja 2021", "2021-05-07"],
  ["7 мая 2021 года", "2021-05-07"],
  ["7 травня 2021 р.", "2021-05-07"],
  ["7 Mayıs 2021", "2021-05-07"],
  ["2021年5月7日", "2021-05-07"],
  ["2021 年 5 月 7 日", "2021-05-07"],
  ["2021年5月", "2021-05"],
  ["２０２１年５月７日", "2021-05-07"],
  ["平成31年4月30日", "2019-04-30"],
  ["令和元年5月1日", "2019-05-01"],
  ["2021년 5월 7일", "2021-05-07"],
  ["٧ مايو ٢٠٢١", "2021-05-07"],
  ["7 أيار 2021", "2021-05-07"],
  ["7 मई 2021", "2021-05-07"],
  ["7 tháng 5 năm 2021", "2021-05-07"],
  ["mai 2021", "2021-05"],
])("%s is %s, in whatever language", (typed, value) => {
  expect(readDate(typed)).toEqual({ value, asks: null, choices: [] });
});

test.each([
  ["2023-09-12T13:21:00Z", "2023-09-12"],
  ["2023-09-12 13:21 UTC", "2023-09-12"],
  ["2023-09-12T23:30", "2023-09-12"],
  // The UTC day, not the one on the clock where it was written.
  ["2023-09-12T23:30:00-05:00", "2023-09-13"],
  ["2023-09-13T01:00:00+0900", "2023-09-12"],
  ["2023-09-13T01:00:00.123+09:00", "2023-09-12"],
  ["Sep-12-2023 01:22:11 PM +UTC", "2023-09-12"],
  ["Sep-12-2023 11:59:59 PM UTC", "2023-09-12"],
  ["12 Sep 2023 11:30 pm EST", "2023-09-13"],
  ["12 Sep 2023, 07:00 JST", "2023-09-11"],
  ["12 Sep 2023 at 1pm UTC", "2023-09-12"],
  ["11:48 UTC, 12 Sep 2023", "2023-09-12"],
  ["12 Sep 2023 13:21 UTC (block 18120456)", "2023-09-12"],
  ["12 Sep 2023 (block #18,120,456)", "2023-09-12"],
  ["20230912T132100Z", "2023-09-12"],
])("%s is the UTC day %s", (typed, value) => {
  expect(readDate(typed)).toEqual({ value, asks: null, choices: [] });
});

describe("what may be several days is asked, with each", () => {
  test.each([
    ["03/04/2023", ["2023-03-04", "2023-04-03"]],
    ["12.09.2023", ["2023-09-12", "2023-12-09"]],
    ["12. 9. 2023", ["2023-09-12", "2023-12-09"]],
    ["3-4-2023", ["2023-04-03", "2023-03-04"]],
    ["9/12/23", ["2023-09-12", "2023-12-09"]],
    ["10/11/12", ["2012-10-11", "2012-11-10", "2010-11-12"]],
    ["Sep 3-4, 2026", ["2026-09-03", "2026-09-04", "2026-09", "2026"]],
    ["3–4 September 2026", ["2026-09-03", "2026-09-04", "2026-09", "2026"]],
    ["3. - 4. September 2023", ["2023-09-03", "2023-09-04", "2023-09", "2023"]],
    ["2023-09-03 to 2023-09-05", ["2023-09-03", "2023-09-05", "2023-09", "2023"]],
    ["Sep 30 – Oct 2, 2023", ["2023", "2023-09-30", "2023-10-02"]],
    ["between 3 and 5 May 2022", ["2022-05", "2022", "2022-05-03", "2022-05-05"]],
    ["August–September 2023", ["2023", "2023-08", "2023-09"]],
    ["2016-2017", ["2016", "2017"]],
    ["12 Sep 2023 (UTC-5)", ["2023-09-12", "2023-09-13"]],
    ["1 May 2022, 01:30 IST", ["2022-04-30", "2022-05-01"]],
    ["Q1 2022", ["2022"]],
    ["2022-Q1", ["2022"]],
    ["second half of 2019", ["2019"]],
    ["Summer 2020", ["2020"]],
    ["1651363200", ["2022-05-01"]],
    ["1651363200000", ["2022-05-01"]],
    ["44682", ["2022-05-01"]],
    ["44682.75", ["2022-05-01"]],
    ["202205", ["2022-05"]],
    ["1 พ.ค. 2565", ["2022-05-01"]],
    ["before 12 Sep 2023", ["2023-09-12", "2023-09", "2023"]],
    ["~12 Sep 2023", ["2023-09-12", "2023-09", "2023"]],
    ["Monday, 12 September 2023", ["2023-09-12"]],
    ["12 listopad 2022", ["2022-11-12", "2022-10-12"]],
  ])("%s", (typed, choices) => {
    const read = readDate(typed);
    expect(choicesOf(typed)).toEqual(choices);
    expect(read).toMatchObject({ value: choices[0] });
    for (const choice of choices) {
      expect("asks" in read && read.asks).toContain(choice);
      expect(readDate(choice)).toEqual({ value: choice, asks: null, choices: [] });
    }
  });
});

test("a month with two digits may be a year's or a day's", () => {
  expect(choicesOf("Sep-23")).toEqual(["2023-09", expect.stringMatching(/^20\d\d-09-23$/)]);
});

test.each(["12 Sep", "last friday", "yesterday"])(
  "%s leans on today, and is questioned",
  (typed) => {
    const read = readDate(typed);
    expect("asks" in read && read.asks).toMatch(/No year was written/);
  },
);

test.each(["", "unknown", "?", "—"])("“%s” is none", (typed) => {
  expect(readDate(typed)).toEqual({ value: null, asks: null, choices: [] });
});

test.each([
  "2023-02-30",
  "2023-13",
  "0000",
  "30 February 2023",
  "31. September 2023",
  "29 Feb 2023",
  "32.13.2023",
  "2023-02-30T10:00:00Z",
  "2023-09-12T99:00:00+01:00",
  "soon",
  "12.9.",
  "12/09",
  "3/22",
  "12 Foo 2023",
  "12 September 2023 and some",
  "mid 12 September 2023",
  "1".repeat(500),
])("%s is refused with a word on how to write it", (typed) => {
  const read = readDate(typed);
  expect("problem" in read && read.problem).toMatch(/write it as|too long/);
});

test.each([
  ["1 May 2087", "in the future"],
  ["2087", "in the future"],
  ["2087-05", "in the future"],
  ["1990", "before there was Bitcoin"],
  ["2009-01-02", "before there was Bitcoin"],
  ["1402-06-21", "before there was Bitcoin"],
])("%s lies %s", (typed, said) => {
  const read = readDate(typed);
  expect("problem" in read && read.problem).toContain(said);
  expect(readDate("2009")).toMatchObject({ value: "2009" });
});

test("a figure's span may reach anywhere", () => {
  expect(readDate("2009-01-01", null)).toMatchObject({ value: "2009-01-01" });
});
