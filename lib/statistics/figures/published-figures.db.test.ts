import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { figuresAbout } from "@/lib/record/figures/published-figure-queries";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { linksFor } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import {
  countFigures,
  FIGURES_PER_PAGE,
  figureOptions,
  figurePages,
  listFigures,
} from "@/lib/statistics/figures/figure-list-queries";
import { readFigures } from "@/lib/statistics/figures/figures-view";
import { periodFigures, severalYearFigures } from "@/lib/statistics/figures/period-figure-queries";
import { cutAt, type PeriodKind, periodsBetween } from "@/lib/statistics/periods/period";
import { testDatabase } from "@/testing/database";
import { DATASET, exactSum, givenDataset } from "@/testing/dataset";
import { incidentsUnder } from "@/testing/naive-totals";
import { publishForTest } from "@/testing/publishing";
import { aPublishedFigure, publicationOf } from "@/testing/records";

describe("the starting dataset", () => {
  const dataset = givenDataset();
  const covered = dataset.coverage.coveredThrough;
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await seedIfEmpty(db, DATASET);
  }, 120_000);

  /** What stands on the pages of all months, quarters and years, and among the periods. */
  async function onPeriodPages(): Promise<ComparedFigure[]> {
    const shown = (await severalYearFigures(db, 1)).figures;
    const [first, last] = [
      dataset.figures.map(({ from }) => from).toSorted()[0] ?? "",
      dataset.figures
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? "",
    ];
    for (const kind of ["year", "quarter", "month"] satisfies PeriodKind[]) {
      for (const period of periodsBetween(kind, first, last)) {
        const { same, others } = await periodFigures(db, 1, cutAt(period, covered));
        shown.push(...same, ...others);
      }
    }
    return shown;
  }

  test("has each of its figures on one page of a period or among the periods, and an actor's on that actor's", async () => {
    const all = await listFigures(db, 1, {}, "newest");
    expect(all).toHaveLength(dataset.figures.length);
    const onPages = await onPeriodPages();
    const ids = onPages.map(({ figureId }) => figureId).toSorted((one, other) => one - other);
    expect(ids).toEqual(all.map(({ figureId }) => figureId).toSorted((one, other) => one - other));
    const onActors: number[] = [];
    for (const { actorId } of await actorsAt(db, 1))
      onActors.push(...(await figuresAbout(db, 1, actorId)).map(({ figureId }) => figureId));
    expect(onActors.toSorted()).toEqual(
      all.flatMap(({ actor, figureId }) => (actor === null ? [] : [figureId])).toSorted(),
    );
  });

  test("has beside a figure what the same rule counts over the files, and nothing beside other days", async () => {
    let beside = 0;
    for (const { from, to, category, actor, own } of await onPeriodPages()) {
      if (typeof own === "string") continue;
      beside += 1;
      expect(from.slice(8)).toBe("01");
      expect(to <= covered).toBe(true);
      expect(own.filters).toEqual({
        from,
        to,
        ...(category === null ? {} : { category }),
        ...(actor === null ? {} : { actor: actor.slug }),
      });
      const counted = incidentsUnder(dataset, own.filters);
      expect(own.incidents).toBe(counted.length);
      expect(own.lossUsd).toBe(Number(exactSum(counted.map(({ lossUsd }) => lossUsd))));
    }
    expect(beside).toBeGreaterThan(200);
  });

  test("sets no number beside Elliptic's sum of four thefts", async () => {
    const [elliptic, ...more] = (await onPeriodPages()).filter(
      ({ publisher, from }) => publisher === "Elliptic" && from === "2023-06-03",
    );
    expect(more).toEqual([]);
    expect(elliptic).toMatchObject({ amountUsd: 240_000_000, qualifier: "nearly", own: "named" });
  });

  test("has the line that a link leads to on the first page of the list there", async () => {
    const links = linksFor({ version: 1, pinned: true });
    for (const figure of await listFigures(db, 1, {}, "newest")) {
      const url = new URL(links.figure(figure), "http://localhost");
      const view = readFigures(url.searchParams);
      if (!view.ok) throw new Error(JSON.stringify(view));
      const { filters, sort, page } = view.value;
      expect(page).toBe(1);
      const rows = await listFigures(db, 1, filters, sort, { limit: FIGURES_PER_PAGE });
      expect(rows.map(({ figureId }) => `#figure-${figureId}`)).toContain(url.hash);
    }
  }, 120_000);

  test.each([
    [{}, () => true],
    [{ publisher: "CertiK" }, (one) => one.publisher === "CertiK"],
    [{ publisher: "certik" }, () => false],
    [{ year: 2020 }, (one) => one.from <= "2020-12-31" && one.to >= "2020-01-01"],
    [
      { from: "2023-07-01", to: "2023-09-30" },
      (one) => one.from >= "2023-07-01" && one.to <= "2023-09-30",
    ],
    [{ scope: "everything" }, (one) => one.category === null],
    [{ scope: "exploit-any" }, (one) => one.category === "exploit-any"],
    [
      { scope: "phishing", year: 2024 },
      (one) => one.category === "phishing" && one.to >= "2024" && one.from < "2025",
    ],
    [{ actor: "none" }, (one) => one.actor === null],
    [{ actor: "lazarus-group" }, (one) => one.actor === "lazarus-group"],
  ] satisfies [
    Parameters<typeof listFigures>[2],
    (one: (typeof dataset.figures)[number]) => boolean,
  ][])("lists under %j what the files say", async (filters, fits) => {
    const given = dataset.figures
      .filter(fits)
      .map(({ title, from, to }) => `${title} ${from} ${to}`);
    const { figures } = await countFigures(db, 1, filters);
    expect(figures).toBe(given.length);
    const pages = Array.from({ length: figurePages(figures) }, (_, page) => page);
    const listed = await Promise.all(
      pages.map((page) =>
        listFigures(db, 1, filters, "name", {
          limit: FIGURES_PER_PAGE,
          offset: page * FIGURES_PER_PAGE,
        }),
      ),
    );
    const found = listed.flat().map(({ title, from, to }) => `${title} ${from} ${to}`);
    expect(found.toSorted()).toEqual(given.toSorted());
  });

  test("stands in each order", async () => {
    const in_ = (sort: Parameters<typeof listFigures>[3]) => listFigures(db, 1, {}, sort);
    const amounts = (await in_("largest")).map(({ amountUsd }) => amountUsd);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    expect((await in_("smallest")).map(({ amountUsd }) => amountUsd)).toEqual(amounts.toReversed());
    const ends = (await in_("newest")).map(({ to }) => to);
    expect(ends).toEqual(ends.toSorted().toReversed());
    const begins = (await in_("oldest")).map(({ from }) => from);
    expect(begins).toEqual(begins.toSorted());
    const names = (await in_("name")).map(({ publisher }) => publisher.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  test("can be narrowed to what some figure is of", async () => {
    const { publishers, actors, years } = await figureOptions(db, 1);
    expect(publishers.reduce((sum, { figures }) => sum + figures, 0)).toBe(dataset.figures.length);
    expect(actors.map(({ slug }) => slug).toSorted()).toEqual(["lazarus-group", "north-korea"]);
    expect(years).toEqual({ first: 2011, last: 2026 });
  });
});

describe("a small record", () => {
  test("keeps retracted figures on their page with the reason, and drops duplicates", async () => {
    const { db } = await testDatabase();
    const figures = ["One", "Two", "Three"].map((title) => aPublishedFigure({ title }));
    await publish(db, publicationOf({ figures }), "First");
    const rows = await listFigures(db, 1, {}, "newest");
    const idOf = (title: string) =>
      String(rows.find((row) => row.title === title)?.figureId ?? "none");
    const change = async (title: string, changed: object) => {
      const held = await findRecord(db, "figure", idOf(title));
      if (held?.entry.kind !== "figure") throw new Error(`no figure ${title}`);
      const record = { ...held.entry.record, ...changed };
      return publishForTest(db, [{ of: idOf(title), entry: { ...held.entry, record } }]);
    };
    await change("One", { retraction: "Never said." });
    const version = await change("Two", { mergedInto: idOf("Three") });
    const titles = (shown: readonly { title: string }[]) => shown.map(({ title }) => title);
    expect(titles(await listFigures(db, version, {}, "newest")).toSorted()).toEqual([
      "One",
      "Three",
    ]);
    expect(await countFigures(db, version, {})).toEqual({
      figures: 2,
      retracted: 1,
      publishers: 1,
    });
    const [year] = periodsBetween("year", "2023-01-01", "2023-12-31");
    if (year === undefined) throw new Error("no year");
    const page = await periodFigures(db, version, cutAt(year, "2023-12-31"));
    expect(titles(page.same)).toEqual(["Three"]);
    expect(page.retracted).toMatchObject([{ title: "One", retraction: "Never said." }]);
    expect(titles(await listFigures(db, 1, {}, "newest"))).toHaveLength(3);
  });
});
