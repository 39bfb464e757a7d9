import { describe, expect, test } from "vitest";
import { isForeign, withoutClosing, withoutForeign } from "@/lib/site/urls/shared-url";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";

const OWN = [...Object.keys(PARAMETERS), "version"];

describe("a parameter is foreign where none of ours could be meant", () => {
  test.each(OWN)("never %s, nor a slip of it", (name) => {
    expect(isForeign(name, ["x"])).toBe(false);
    expect(isForeign(name.toUpperCase(), ["x"])).toBe(false);
    expect(isForeign(`${name}[]`, ["x"])).toBe(false);
    if (name.length < 4) return;
    // A network's `next`, `node` or `park` is no slip of so plain a word.
    if (["text", "note", "mark", "most"].includes(name)) {
      expect(isForeign(`${name}s`, ["x"])).toBe(false);
      return;
    }
    const [first = "", second = "", ...rest] = name;
    const end = rest.join("");
    const slips = [`${second}${first}${end}`, `${first}${end}`, `${name}s`, `my_${name}`];
    expect(slips.filter((slip) => isForeign(slip, ["x"]))).toEqual([]);
  });

  test("but what is only spelt much like a plain word of ours", () => {
    const names = ["test", "next", "node", "park", "mar", "remark", "note_id", "text_ad"];
    expect(names.filter((name) => !isForeign(name, ["1"]))).toEqual([]);
  });

  test("nor an abbreviation of one", () => {
    expect(["cat", "conf", "tech", "est", "pub"].filter((name) => isForeign(name, ["x"]))).toEqual(
      [],
    );
  });

  test.each([
    "utm_brand_new",
    "utm_source",
    "UTM_Campaign",
    "wbclid",
    "k_clickid",
    "_openstat",
    "newsletter_id",
    "piwik_kwd",
    "ref",
    "via",
    "src",
    "xtor",
    "h",
    "_",
    "colour",
    "__proto__",
  ])("but %s is", (name) => {
    expect(isForeign(name, ["1"])).toBe(true);
  });

  test.each(["country", "Currency", "language", "start_date", "limit", "address", "min", "group"])(
    "and %s asks for numbers that would be others",
    (name) => {
      expect(isForeign(name, ["KP"])).toBe(false);
    },
  );

  test("a name of sharing that is spelt like one of ours is told by its value", () => {
    expect(isForeign("share", ["twitter"])).toBe(true);
    expect(isForeign("share", ["story"])).toBe(false);
    expect(isForeign("source", ["feed"])).toBe(true);
    expect(isForeign("source", ["copies"])).toBe(false);
    expect(isForeign("shap", ["1"])).toBe(false);
  });

  test.each(["year=2023", "year 2023", "", "category&year", "a\u0000"])(
    "%j may hold more than a name, and is never passed over",
    (name) => {
      expect(isForeign(name, [""])).toBe(false);
    },
  );
});

describe("a query loses what is foreign", () => {
  test.each([
    ["?gad_source_id=5", ""],
    ["?year=2023&h=1", "?year=2023"],
    ["?h=1&year=2023&h=2", "?year=2023"],
    ["?q=a+b%20c&wbclid=1&sort=", "?q=a+b%20c&sort="],
    ["?year=2023&amp;category=phishing", "?year=2023&category=phishing"],
    ["?wbclid", ""],
    ["?yaer=2023&wbclid=1", "?yaer=2023"],
  ])("%s becomes %j", (search, clean) => {
    expect(withoutForeign(search)).toBe(clean);
    expect(withoutForeign(clean)).toBeNull();
  });

  test.each(["", "?", "?year=2023", "?yaer=2023", "?year%3D2023", "?q=%zz&=1"])(
    "%j stays as it is",
    (search) => {
      expect(withoutForeign(search)).toBeNull();
    },
  );
});

describe("a URL loses what closed a sentence", () => {
  const MARKS = [..."…。、，；：！？」』）】》»”’›)]}>|*,.;:!?'\"\u00a0\u200b\ufeff \n।؟"];
  test.each(MARKS)("%j, once or more often, written or encoded", (mark) => {
    for (const path of ["/incidents/a-2020-01", "/figures.csv", "/incidents?from=2020-01-01"])
      for (const end of [encodeURIComponent(mark), encodeURIComponent(mark + mark), mark])
        expect(withoutClosing(path + end)).toBe(path);
  });

  test.each([
    ["/incidents/a-2020-01)**.", "/incidents/a-2020-01"],
    ["/incidents/a-2020-01/.", "/incidents/a-2020-01"],
    ["/incidents?q=caf%C3%A9%E3%80%82", "/incidents?q=caf%C3%A9"],
    ["/v/1.", "/v/1"],
    ["/.", "/"],
  ])("%s becomes %s", (url, clean) => {
    expect(withoutClosing(url)).toBe(clean);
  });

  test.each(["/", "/incidents", "/incidents?q=%C3%A9", "/incidents?q=", "/a%ff", "/a%"])(
    "%s ends in none",
    (url) => {
      expect(withoutClosing(url)).toBeNull();
    },
  );
});

test.each(["/incidents?chain=.*", "/incidents?category=...", "/incidents?actor=%E2%80%9D"])(
  "a value that is nothing but marks is somebody's own: %s",
  (url) => {
    expect(withoutClosing(url)).toBeNull();
  },
);
