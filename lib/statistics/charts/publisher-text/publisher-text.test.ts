import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { highlightable, highlighted } from "./highlighted";
import { annotationsOf, readPublisherText, whoseText, writePublisherText } from "./publisher-text";
import { passedOver, withPublisherText } from "./with-publisher-text";

const example = (name: string): ChartModel => {
  const model = EXAMPLE_CHARTS[name]?.();
  if (model === undefined) throw new Error(`no example ${name}`);
  return model;
};
const NO_ROWS = { chart: "monthly" } as ChartRows;
const EVERYTHING = {
  headline: "Who took it?",
  subtitle: "The year so far",
  note: "Bridges are counted once",
  alt: "Columns that grow.",
  credit: "The Paper",
};

it("is read as it was written", () => {
  const text = { ...EVERYTHING, highlight: "phishing", mark: "ronin:a: b & c" };
  expect(readPublisherText(new URLSearchParams(writePublisherText(text)))).toEqual({
    ok: true,
    value: text,
  });
  expect(annotationsOf(text)).toEqual([{ incident: "ronin", text: "a: b & c" }]);
  expect(annotationsOf({})).toEqual([]);
});

it("has up to five annotations, of an incident the first, in their order", () => {
  const marks = ["b:1", "a: 2", "b:3", "c-d:4: 5", "e:6"];
  const query = new URLSearchParams(marks.map((mark) => ["mark", mark]));
  const read = readPublisherText(query);
  if (!read.ok) throw new Error("refused");
  expect(annotationsOf(read.value)).toEqual([
    { incident: "b", text: "1" },
    { incident: "a", text: "2" },
    { incident: "c-d", text: "4: 5" },
    { incident: "e", text: "6" },
  ]);
  expect(writePublisherText(read.value)).toBe(query.toString());
  query.append("mark", "f:7");
  expect(readPublisherText(query)).toMatchObject({
    ok: false,
    problems: [{ parameter: "mark", allowed: "given at most 5 times" }],
  });
  expect(readPublisherText(new URLSearchParams("mark=a:1&mark=wrong"))).toMatchObject({
    ok: false,
    problems: [{ parameter: "mark", given: "wrong" }],
  });
});

it("is said to be the publisher’s, whatever there is of it", () => {
  const whose = (text: object) => whoseText(text, "Lossline, version 7", ENGLISH);
  expect(whose({})).toBeNull();
  expect(whose({ headline: "x" })).toBe("Headline: the publisher’s; data: Lossline, version 7");
  expect(whose(EVERYTHING)).toBe(
    "Credit: The Paper; headline, subtitle, note and alternative text: the publisher’s; data: Lossline, version 7",
  );
  expect(whose({ credit: "The Paper" })).toBe("Credit: The Paper; data: Lossline, version 7");
});

describe.each(Object.keys(EXAMPLE_CHARTS))("%s with a publisher’s text", (name) => {
  const model = example(name);
  const own = withPublisherText(model, EVERYTHING, NO_ROWS);

  it("keeps title, subtitle, source, address, id and numbers, and changes nothing without any", () => {
    const { title, subtitle, source, address, shortId, numbers, table, asOf } = model;
    expect(own).toMatchObject({ title, subtitle, source, address, shortId, numbers, table, asOf });
    expect(own).toMatchObject({ heading: "Who took it?", alternative: "Columns that grow." });
    expect(own.notes).toEqual([...model.notes, "Publisher’s note: Bridges are counted once."]);
    expect(own.publisher).toMatchObject({
      ownAlternative: model.alternative,
      whose: expect.stringMatching(/: the publisher’s; data: Lossline$/),
    });
    expect(own.plot).toEqual(model.plot);
    expect(withPublisherText(model, {}, NO_ROWS)).toBe(model);
  });

  it("highlights each of its parts, and only that", () => {
    for (const { value } of highlightable(model.plot)) {
      const plot = highlighted(model.plot, value);
      expect(plot, value).not.toBeNull();
      expect(brightOf(plot)).toEqual([value]);
    }
  });

  it("passes over a part and an incident that it does not show, and claims none of it", () => {
    const text = { highlight: "no-such-part", mark: "no-such-incident:Here" };
    const shown = withPublisherText(model, text, NO_ROWS);
    expect(shown.plot).toEqual(model.plot);
    expect(shown.publisher?.whose).toBeNull();
  });
});

/** The keys of the parts of a plot that keep their colour; of dots, of their kinds or else of their incidents. */
function brightOf(plot: ChartModel["plot"] | null): string[] {
  switch (plot?.kind) {
    case "columns":
      return plot.series.filter(({ colour }) => colour !== "--part-muted").map(({ key }) => key);
    case "cumulative":
      return plot.series.filter(({ colour }) => colour !== "--series-muted").map(({ key }) => key);
    case "bars":
      return plot.bars.filter(({ isMuted }) => isMuted === false).map(({ key }) => key);
    case "heat":
      return plot.rows.filter(({ isMuted }) => isMuted === false).map(({ key }) => key);
    case "dots": {
      const kinds = plot.series.filter(({ colour }) => colour !== "--part-muted");
      if (kinds.length > 0) return kinds.map(({ key }) => key);
      return plot.named.filter(({ colour }) => colour !== "--part-muted").map(({ slug }) => slug);
    }
    default:
      return [];
  }
}

describe("a mark", () => {
  const dot = {
    slug: "small",
    name: "A small theft",
    category: "phishing" as const,
    occurredOn: "2023-09-12",
    amount: 5e6,
    low: 5e6,
    high: 5e6,
  };
  const rows = (chart: "timeline" | "largest") => ({ chart, dots: [dot] }) as unknown as ChartRows;

  it("stands first at its dot, named before or not", () => {
    const model = example("timeline-one-month");
    const named = (mark: string) => {
      const { plot } = withPublisherText(model, { mark }, rows("timeline"));
      if (plot.kind !== "dots") throw new Error("not dots");
      return plot.named;
    };
    const before = model.plot.kind === "dots" ? model.plot.named : [];
    const third = before[2]?.slug ?? "";
    expect(named(`${third}:Here`)[0]).toEqual({ ...before[2], label: "Here" });
    expect(named(`${third}:Here`)).toHaveLength(before.length);
    expect(named("small:There")[0]).toMatchObject({ slug: "small", label: "There", at: 11 });
    expect(named("small:There")).toHaveLength(before.length + 1);
  });

  it("is highlighted where it is a dot that was not named before, marked or not", () => {
    for (const text of [{ highlight: "small" }, { highlight: "small", mark: "small:Here" }]) {
      const { plot, publisher } = withPublisherText(
        example("timeline-one-month"),
        text,
        rows("timeline"),
      );
      expect(brightOf(plot)).toEqual(["small"]);
      expect(publisher?.whose).toMatch(/^Highlight/);
    }
  });

  it("stands behind its bar", () => {
    const model = example("largest");
    const first = model.plot.kind === "bars" ? model.plot.bars[0] : undefined;
    const { notes, plot, publisher } = withPublisherText(
      model,
      { mark: `${first?.key}:Still missing` },
      rows("largest"),
    );
    expect(plot.kind === "bars" && plot.bars[0]?.aside).toBe(`${first?.aside} – Still missing`);
    expect(notes.at(-1)).toBe(`Publisher’s annotation of ${first?.label}: Still missing.`);
    expect(publisher?.whose).toBe("Annotation: the publisher’s; data: Lossline");
  });
});

describe("annotations over time", () => {
  const dot = (slug: string, occurredOn: string): IncidentDot => ({
    slug,
    name: `Theft ${slug}`,
    category: "phishing",
    occurredOn,
    amount: 5e6,
    low: 5e6,
    high: 5e6,
  });

  it("stand over the column of their period, and on the line of their year", () => {
    for (const name of ["monthly", "year-to-date"]) {
      const model = example(name);
      const year = model.asOf.slice(0, 4);
      const dots = [
        dot("one", `${year}-02-03`),
        dot("two", `${year}-05`),
        dot("old", "1999-01-01"),
      ];
      const text = { mark: "two:Later\none:Here\nold:Never" };
      const rows = { chart: name } as ChartRows;
      const own = withPublisherText(model, text, rows, dots);
      const annotations = "annotations" in own.plot ? (own.plot.annotations ?? []) : [];
      // A month alone is no place on a line of days.
      const expected = name === "monthly" ? ["Here", "Later"] : ["Here"];
      expect(annotations.map((each) => each.text).toSorted()).toEqual(expected);
      expect(own.notes.filter((note) => note.includes("annotation"))).toHaveLength(expected.length);
      expect(own.publisher?.whose).toBe(
        `Annotation${expected.length === 1 ? "" : "s"}: the publisher’s; data: Lossline`,
      );
      const over = passedOver(model.plot, text, rows, dots);
      expect(over).toHaveLength(3 - expected.length);
      expect(over.join(" ")).toContain("“old”");
    }
  });
});

it("says what of it a chart cannot show", () => {
  const { plot } = example("monthly");
  expect(passedOver(plot, { highlight: "phishing" }, NO_ROWS)).toEqual([]);
  const left = passedOver(plot, { highlight: "nothing-here", mark: "bybit:Here" }, NO_ROWS);
  expect(left.join(" ")).toMatch(/no part “nothing-here”.*no place for the incident “bybit”/);
});

it("highlights a value called as one of our own parts, and not that part too", () => {
  const { plot } = example("monthly");
  if (plot.kind !== "columns") throw new Error("no columns");
  const [first, second, ...rest] = plot.series;
  if (first === undefined || second === undefined) throw new Error("too few");
  const keyed = (one: string) =>
    highlighted(
      { ...plot, series: [{ ...first, key: one }, { ...second, key: "_other" }, ...rest] },
      "other",
    );
  const lit = (drawn: ReturnType<typeof highlighted>) =>
    drawn?.kind === "columns"
      ? drawn.series.filter(({ colour }) => colour !== "--part-muted").map(({ key }) => key)
      : [];
  expect(lit(keyed("other"))).toEqual(["other"]);
  expect(lit(keyed("phishing"))).toEqual(["_other"]);
});
