import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { recordCounts, termCounts } from "@/lib/record/versions/count-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { countPages, listIncidents, PAGE_SIZE } from "@/lib/statistics/incident-list/list-queries";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import { FILTER_NAMES, type Filters } from "@/lib/statistics/rules/views";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";
import {
  recordSpan,
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalsByYear,
  totalUnder,
} from "@/lib/statistics/totals/total-queries";
import type { ActorTotal } from "@/lib/statistics/totals/totals";
import { CATEGORIES, CONFIDENCES, TARGET_KINDS, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import {
  firstDay,
  foldedName,
  incidentsUnder,
  namedActors,
  periodTotalOf,
  targetOf,
  totalOf,
  totalsBy,
  withParts,
} from "@/testing/naive-totals";
import { Dice } from "@/testing/random";

const dataset = givenDataset();
const confidences = CONFIDENCES.map(({ value }) => value);

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Years through a day, the odd ones too: leap days, months known only by themselves, one day. */
const PERIODS = [
  { from: "2023-01-01", to: "2023-09-15" },
  { from: "2023-01-01", to: "2023-12-31" },
  { from: "2024-01-01", to: "2024-02-29" },
  { from: "2022-01-01", to: "2022-03-23" },
  { from: "2014-01-01", to: "2014-02-01" },
  { from: "2014-01-01", to: "2014-01-31" },
  { from: "2026-01-01", to: "2026-10-01" },
  { from: "2011-01-01", to: "2011-12-31" },
  { from: "2009-01-01", to: "2010-12-31" },
  { from: "2023-09-12", to: "2023-09-12" },
  { from: "2017-01-01", to: "2017-01-01" },
  { from: "2016-06-01", to: "2017-12-30" },
  { from: "2017-01-01", to: "2017-12-31" },
  { from: "2019-01-01", to: "2019-01-02" },
  { from: "2019-01-01", to: "2019-01-31" },
  { from: "2026-01-01", to: "2026-09-15" },
];

describe.each(PERIODS)("$from to $to", (period) => {
  const incidents = incidentsUnder(dataset, period);

  test("adds up", async () => {
    expect(await totalUnder(db, 1, period)).toEqual(periodTotalOf(incidents));
  });

  test("adds up what it may hold and is known too little of", async () => {
    const unplaced = { ...period, date: "unplaced" } as const;
    expect(await totalUnder(db, 1, unplaced)).toEqual(
      periodTotalOf(incidentsUnder(dataset, unplaced)),
    );
  });

  test("adds up by month and category, a year that has no month apart", async () => {
    const naive = totalsBy(incidents, (one) => `${one.occurredOn.slice(0, 7)} ${one.category}`);
    const rows = await totalsByMonth(db, 1, period);
    expect(rows).toEqual(
      naive.map(([key, total]) => {
        const [month, category] = key.split(" ");
        return { month, category, ...total };
      }),
    );
  });

  test("adds up by day", async () => {
    expect(await totalsByDay(db, 1, period)).toEqual(
      totalsBy(incidents, (one) => one.occurredOn).map(([day, total]) => ({ day, ...total })),
    );
  });

  test.each(confidences)("adds up by actor, from %s on", async (confidence) => {
    const { rows, unattributed, sharedIncidents } = await totalsByActor(db, 1, period, confidence);
    const slugs = new Map((await actorsAt(db, 1)).map(({ actorId, slug }) => [actorId, slug]));
    const found = rows.map(({ actorId, ...total }) => [slugs.get(actorId), total]);
    const named = new Map(
      dataset.actors.map(({ slug }) => {
        const parts = withParts(dataset, slug);
        return [
          slug,
          incidents.filter((one) =>
            namedActors(one, confidence).some((actor) => parts.includes(actor)),
          ),
        ];
      }),
    );
    const expected = [...named]
      .map(([slug, theirs]) => [slug, totalOf(theirs)] as const)
      .filter(([, total]) => total.incidents > 0);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(found).toHaveLength(expected.length);
    expect(unattributed).toEqual(
      totalOf(incidents.filter((one) => namedActors(one, confidence).length === 0)),
    );
    const tops = dataset.actors.filter(({ parent }) => parent === null);
    expect(sharedIncidents).toBe(
      incidents.filter(
        (one) => tops.filter(({ slug }) => named.get(slug)?.includes(one)).length > 1,
      ).length,
    );
  });
});

describe("the whole record", () => {
  test("adds up by year", async () => {
    const naive = totalsBy(incidentsUnder(dataset, {}), (one) => one.occurredOn.slice(0, 4));
    expect(await totalsByYear(db, 1, {})).toEqual(
      naive.map(([year, total]) => ({ year: Number(year), ...total })),
    );
  });

  test("spans its first to its last day", async () => {
    const days = dataset.incidents.map(firstDay).sort();
    expect(await recordSpan(db, 1)).toEqual({ first: days[0], last: days.at(-1) });
  });

  test("holds nothing before its first version", async () => {
    expect(await recordSpan(db, 0)).toBeNull();
    expect(await totalUnder(db, 0, {})).toEqual(periodTotalOf([]));
    expect(await totalsByDay(db, 0, {})).toEqual([]);
    expect(await totalsByActor(db, 0, {}, "suspected")).toEqual({
      rows: [],
      unattributed: totalOf([]),
      sharedIncidents: 0,
      chargedTogether: 0,
    });
  });

  test("is counted by what it holds, and by each value of the taxonomy", async () => {
    const all = <Part>(of: (incident: (typeof dataset.incidents)[number]) => Part[]) =>
      dataset.incidents.flatMap(of).length;
    expect(await recordCounts(db, 1)).toEqual({
      incidents: dataset.incidents.length,
      actors: dataset.actors.length,
      figures: dataset.figures.length,
      targets: dataset.targets.length,
      imprecise: dataset.incidents.filter(({ occurredOn }) => occurredOn.length < 10).length,
      attributions: all(({ attributions }) => attributions),
      addresses: all(({ addresses }) => addresses),
      sources: all(({ sources }) => sources),
    });
    const found = (await termCounts(db, 1)).map(
      ({ taxonomy, value, incidents }) => `${taxonomy} ${value} ${incidents}`,
    );
    const naive = [
      ...totalsBy(dataset.incidents, (one) => `category ${one.category}`),
      ...totalsBy(dataset.incidents, (one) => `technique ${one.technique}`),
      ...totalsBy(dataset.incidents, (one) => `target ${one.targetKind}`),
    ].map(([key, { incidents }]) => `${key} ${incidents}`);
    expect(found.sort()).toEqual(naive.sort());
  });

  test("breaks down into a tree that holds every incident of a part in its whole, once", async () => {
    const total = await totalUnder(db, 1, {});
    const totals = await totalsByActor(db, 1, {}, "suspected");
    const breakdown = actorBreakdown(total, await actorsAt(db, 1), totals);
    const north = breakdown.actors.find(({ slug }) => slug === "north-korea");
    const lazarus = north?.parts.find(({ slug }) => slug === "lazarus-group");
    const trader = lazarus?.parts.find(({ slug }) => slug === "tradertraitor");
    const under = (slug: string) => totalOf(incidentsUnder(dataset, { actor: slug }));
    expect(north).toMatchObject(under("north-korea"));
    expect(lazarus).toMatchObject(under("lazarus-group"));
    expect(trader).toMatchObject(under("tradertraitor"));
    expect(trader?.incidents).toBeGreaterThan(0);
    const sumOfParts = lazarus?.parts.reduce((sum, part) => sum + part.incidents, 0) ?? 0;
    expect(sumOfParts).not.toBe(lazarus?.incidents); // or else nothing here tells once from twice
    const holds = (whole: ActorTotal): boolean =>
      whole.parts.every((part) => part.incidents <= whole.incidents && holds(part));
    expect(breakdown.actors.every(holds)).toBe(true);
    const attributed = await totalUnder(db, 1, { confidence: "suspected" });
    expect(attributed.incidents + breakdown.unattributed.incidents).toBe(total.incidents);
    expect(attributed.lossUsd + breakdown.unattributed.lossUsd).toBe(total.lossUsd);
    const sum = breakdown.actors.reduce((all, actor) => all + actor.incidents, 0);
    expect(sum - attributed.incidents).toBeGreaterThanOrEqual(breakdown.sharedIncidents);
    expect(breakdown.sharedIncidents).toBeGreaterThan(0);
  });
});

describe("the overview", () => {
  test.each([
    [2023, "2023-09-15", "2022-09-15"],
    [2024, "2024-02-29", "2023-02-28"],
    [2026, "2026-10-01", "2025-10-01"],
  ])("of %i through %s stands against %s", async (year, through, before) => {
    const overview = await overviewAt(db, 1, { year, through, confidence: "likely" });
    const period = { from: `${year}-01-01`, to: through };
    const periodBefore = { from: `${year - 1}-01-01`, to: before };
    const incidents = incidentsUnder(dataset, period);
    expect(overview).toMatchObject({ period, periodBefore, firstYear: 2011 });
    expect(overview.total).toEqual(periodTotalOf(incidents));
    expect(overview.totalBefore).toEqual(periodTotalOf(incidentsUnder(dataset, periodBefore)));
    const least = 1_000_000;
    expect(overview.comparable).toEqual(
      periodTotalOf(incidentsUnder(dataset, { ...period, least })),
    );
    expect(overview.comparableBefore).toEqual(
      periodTotalOf(incidentsUnder(dataset, { ...periodBefore, least })),
    );
    expect(overview.unplaced).toEqual(
      periodTotalOf(incidentsUnder(dataset, { ...period, date: "unplaced" })),
    );
    const losses = incidents.map(({ lossUsd }) => lossUsd ?? 0);
    expect(overview.largest?.lossUsd).toBe(Math.max(...losses));
    expect(overview.latest).toHaveLength(8);
    expect(overview.byDay.map((one) => one.year)).toEqual([0, 1, 2, 3, 4].map((ago) => year - ago));
    for (const { year: drawn, days } of overview.byDay) {
      const ofYear = incidentsUnder(dataset, { from: `${drawn}-01-01`, to: through }).filter(
        ({ occurredOn }) => occurredOn.startsWith(String(drawn)),
      );
      expect(days).toEqual(
        totalsBy(ofYear, (one) => one.occurredOn).map(([day, total]) => ({ day, ...total })),
      );
    }
    expect(overview.byActor.total).toEqual(overview.total);
    const given = dataset.figures.filter(
      (one) =>
        one.category === null &&
        one.actor === null &&
        one.from === period.from &&
        one.to <= through,
    );
    expect(overview.othersFigures.map(({ title }) => title).sort()).toEqual(
      given.map(({ title }) => title).sort(),
    );
    expect(given.length).toBeGreaterThan(0);
    for (const { from, to, selection, own } of overview.othersFigures) {
      const isWholeMonths = to.slice(0, 7) !== nextDay(to).slice(0, 7);
      const ours = isWholeMonths
        ? { ...totalOf(incidentsUnder(dataset, { from, to })), filters: { from, to } }
        : "days";
      expect(own).toEqual(selection ?? ours);
    }
  });

  test("of a year without an incident is empty, not broken", async () => {
    const overview = await overviewAt(db, 1, {
      year: 2009,
      through: "2009-12-31",
      confidence: "suspected",
    });
    expect(overview).toMatchObject({ largest: null, latest: [], byMonth: [], firstYear: 2011 });
    expect(overview.total).toEqual(periodTotalOf([]));
    expect(overview.byDay).toEqual([{ year: 2009, days: [] }]);
  });
});

/** Every filter by itself, with a value that some incidents have and some do not. */
const FILTERS: Filters[] = [
  { from: "2023-09-12" },
  { to: "2014-02-01" },
  { category: "phishing" },
  { technique: "reentrancy" },
  { target: "bridge" },
  { target: "liquid" },
  { target: "htx" },
  { target: "nereus-2026" },
  { target: "curve-finance", least: 1_000_000 },
  { target: "nobody-of-that-name" },
  { chain: "tron" },
  { actor: "north-korea" },
  { actor: "lazarus-group" },
  { actor: "tradertraitor" },
  { actor: "none" },
  { actor: "none", confidence: "confirmed" },
  { actor: "lazarus-group", confidence: "likely" },
  { confidence: "suspected" },
  { confidence: "likely" },
  { confidence: "confirmed" },
  { level: "suspected" },
  { level: "likely" },
  { level: "confirmed" },
  { actor: "north-korea", level: "suspected" },
  { actor: "lazarus-group", level: "likely", from: "2023-01-01", to: "2023-09-15" },
  { actor: "lazarus-group", level: "suspected", confidence: "likely" },
  { actor: "none", level: "likely", confidence: "confirmed" },
  { actor: "lazarus-group", known: "2023-09-15" },
  { actor: "lazarus-group", known: "2022-04-30", confidence: "likely" },
  { actor: "north-korea", known: "2022-04-29", level: "likely" },
  { actor: "north-korea", known: "2024-12-31", level: "suspected", from: "2020-01-01" },
  { actor: "lazarus-group", statements: "one-undated" },
  { actor: "north-korea", statements: "undated", to: "2023-09-15" },
  { actor: "tradertraitor", statements: "undated", known: "2024-01-01" },
  { least: 0 },
  { least: 1_000_000 },
  { least: 54_000_000 },
  { loss: "known" },
  { loss: "unknown" },
  { returned: "some" },
  { returned: "none" },
  { returned: "unknown" },
  { category: "exit-scam,phishing" },
  { category: "-exit-scam,-phishing" },
  { technique: "oracle-manipulation,reentrancy" },
  { technique: "-unknown" },
  { target: "bridge,exchange,liquid" },
  { target: "exchange,-liquid" },
  { target: "-htx" },
  { target: "-individual" },
  { chain: "bsc,ethereum" },
  { chain: "ethereum,-bsc" },
  { chain: "-ethereum" },
  { chains: "counted", chain: "bsc,ethereum" },
  { chains: "counted", chain: "-ethereum" },
  { chains: "one", chain: "-ethereum" },
  { actor: "none,north-korea" },
  { actor: "north-korea,-tradertraitor" },
  { actor: "-none" },
  { actor: "-north-korea", confidence: "likely" },
  { level: "confirmed,likely" },
  { level: "-suspected" },
  { level: "-confirmed", actor: "-north-korea" },
  { actor: "lazarus-group,mr-white-hat", level: "confirmed,suspected" },
  { most: 1_000_000 },
  { least: 1_000_000, most: 10_000_000 },
  { addresses: "yes" },
  { addresses: "no", least: 10_000_000 },
  { transactions: "yes" },
  { transactions: "no", category: "phishing" },
  { "source-publisher": "SlowMist" },
  { "source-publisher": "-SlowMist" },
  { "source-publisher": "CertiK\nSlowMist" },
  { chains: "none" },
  { chains: "one", chain: "ethereum" },
  { chains: "several", chain: "ethereum" },
  { chains: "counted", chain: "ethereum" },
  { chains: "counted" },
  { chains: "undivided" },
  { chains: "undivided", chain: "bsc" },
  { date: "day" },
  { date: "month" },
  { date: "year" },
  { date: "unplaced", from: "2019-01-15", to: "2019-02-01" },
  { date: "unplaced", from: "2017-02-02" },
  { date: "unplaced", to: "2017-01-01" },
  { date: "unplaced" },
  { date: "month", from: "2026-04-30", to: "2026-08-31" },
  { sources: "one" },
  { sources: "copies" },
  { sources: "copies", least: 1_000_000 },
  { "target-name": "Liquid" },
  { "target-name": "li.fi" },
  { "target-name": "B² NETWORK" },
  { "target-name": "Liq" },
  { "target-name": "Liquid", from: "2023-01-01" },
  { q: "CoinEx" },
  { q: "COINEX" },
  { q: "51%" },
  { q: "_" },
  { q: "%" },
  { q: "\\" },
  { q: "hot wallet" },
  { q: "0x75497999432b8701330fb68058bd21918c02ac59" },
  { q: "0X75497999432B" },
  { q: "huobi" },
  { q: "바이비트" },
  { q: "QUOINE" },
  { q: "yapizon" },
  { q: "Anyswap 2023" },
  { q: "nothing says this" },
];

describe("a target", () => {
  test("counts the incidents that befell it, and no others", async () => {
    const bySlug = new Map<string, (typeof dataset)["incidents"]>();
    for (const incident of incidentsUnder(dataset, {})) {
      const slug = targetOf(dataset, incident)?.slug;
      if (slug !== undefined) bySlug.set(slug, [...(bySlug.get(slug) ?? []), incident]);
    }
    const wrong: unknown[] = [];
    for (const { slug } of dataset.targets) {
      const total = await totalUnder(db, 1, { target: slug });
      const recount = periodTotalOf(bySlug.get(slug) ?? []);
      if (!isDeepStrictEqual(total, recount)) wrong.push({ slug, total, recount });
    }
    expect(wrong).toEqual([]);
    expect(bySlug.size).toBeGreaterThan(1700);
  });

  test("of a common word is not what mentions the word", async () => {
    expect(await totalUnder(db, 1, { target: "liquid" })).toMatchObject({
      incidents: 1,
      lossUsd: 97_000_000,
    });
  });
});

describe("a target's name", () => {
  const names = new Set(dataset.incidents.map(({ target }) => target));

  test("counts the incidents at each target of the record, and no others", async () => {
    const byName = new Map<string, (typeof dataset)["incidents"]>();
    for (const incident of incidentsUnder(dataset, {})) {
      const key = foldedName(incident.target);
      byName.set(key, [...(byName.get(key) ?? []), incident]);
    }
    const wrong: unknown[] = [];
    for (const name of names) {
      const total = await totalUnder(db, 1, { "target-name": name });
      const recount = periodTotalOf(byName.get(foldedName(name)) ?? []);
      if (!isDeepStrictEqual(total, recount)) wrong.push({ name, total, recount });
    }
    expect(wrong).toEqual([]);
    expect(names.size).toBeGreaterThan(1800);
  });

  test("is found whatever its case and white space, and is read from its index", async () => {
    const spelt = ["Liquid", "LIQUID", "  liquid\u00a0"];
    for (const name of spelt)
      expect(await totalUnder(db, 1, { "target-name": name })).toMatchObject({ incidents: 1 });
    const plan = await db.$queryRaw`
      EXPLAIN SELECT i.id FROM incident_revision i WHERE ${underRule(1, { "target-name": "Liquid" })}`;
    expect(JSON.stringify(plan)).toContain("incident_target_name");
  });
});

describe("the first counting rules", () => {
  test.each(PERIODS)("place an incident on its first day, $from to $to", async ({ from, to }) => {
    const counted = dataset.incidents.filter((one) => firstDay(one) >= from && firstDay(one) <= to);
    expect(await totalUnder(db, 1, { from, to }, 1)).toEqual(periodTotalOf(counted));
  });

  test("differ from the newest where only a part of a month is counted", async () => {
    const days = { from: "2019-01-01", to: "2019-01-02" };
    const [first, newest] = await Promise.all([
      totalUnder(db, 1, days, 1),
      totalUnder(db, 1, days),
    ]);
    expect(first.incidents - newest.incidents).toBe(1);
  });
});

test("a total is read from the index of days alone", async () => {
  const plan = await db.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL enable_seqscan = off`;
    await transaction.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    return transaction.$queryRaw`
      EXPLAIN SELECT sum(i.loss_usd) FROM incident_revision i
      WHERE ${underRule(1, { from: "2019-01-01", to: "2019-01-31" })}`;
  });
  expect(JSON.stringify(plan)).toContain("Index Only Scan using incident_standing_by_day");
});

describe("a rule", () => {
  test("is tested here for every parameter that filters", () => {
    const tested = new Set(FILTERS.flatMap((filters) => Object.keys(filters)));
    expect([...tested].sort()).toEqual([...FILTER_NAMES].sort());
  });

  test.each(FILTERS)("%j counts the incidents that fit it", async (filters) => {
    const incidents = incidentsUnder(dataset, filters);
    expect(await totalUnder(db, 1, filters)).toEqual(periodTotalOf(incidents));
    const listed = await listIncidents(db, 1, filters, "newest", { limit: 5000 });
    expect(listed.map(({ slug }) => slug).sort()).toEqual(incidents.map(({ slug }) => slug).sort());
    expect(await countPages(db, 1, filters)).toBe(
      Math.max(1, Math.ceil(incidents.length / PAGE_SIZE)),
    );
  });

  test("of several filters counts what fits them all", async () => {
    const dice = new Dice(7);
    const values = <Value extends string>(terms: readonly { value: Value }[]) =>
      terms.map(({ value }) => value);
    let found = 0;
    for (let round = 0; round < 80; round += 1) {
      const filters: Filters = {
        ...(dice.chance(0.3) ? { from: `${2012 + dice.below(14)}-0${1 + dice.below(9)}-15` } : {}),
        ...(dice.chance(0.3) ? { to: `${2016 + dice.below(11)}-12-31` } : {}),
        ...(dice.chance(0.3)
          ? {
              category: dice.pick([
                ...values(CATEGORIES),
                "exit-scam,phishing",
                "-phishing",
                "-exit-scam,-unknown",
              ] as const),
            }
          : {}),
        ...(dice.chance(0.1) ? { technique: dice.pick(values(TECHNIQUES)) } : {}),
        ...(dice.chance(0.1) ? { target: dice.pick(values(TARGET_KINDS)) } : {}),
        ...(dice.chance(0.3)
          ? {
              chain: dice.pick([
                "ethereum",
                "bsc",
                "bitcoin",
                "bsc,ethereum",
                "-ethereum",
                "bsc,-ethereum",
              ]),
            }
          : {}),
        ...(dice.chance(0.3)
          ? {
              actor: dice.pick([
                "none",
                "north-korea",
                "lazarus-group",
                "mr-white-hat",
                "none,north-korea",
                "north-korea,-lazarus-group",
                "-none",
              ]),
            }
          : {}),
        ...(dice.chance(0.3) ? { confidence: dice.pick(confidences) } : {}),
        ...(dice.chance(0.1) ? { level: dice.pick(confidences) } : {}),
        ...(dice.chance(0.2) ? { least: 10 ** dice.below(9) } : {}),
        ...(dice.chance(0.2) ? { loss: dice.pick(["known", "unknown"] as const) } : {}),
        ...(dice.chance(0.1) ? { returned: dice.pick(["some", "none", "unknown"] as const) } : {}),
        ...(dice.chance(0.1) ? { addresses: dice.pick(["yes", "no"] as const) } : {}),
        ...(dice.chance(0.1) ? { transactions: dice.pick(["yes", "no"] as const) } : {}),
        ...(dice.chance(0.1) ? { date: dice.pick(["day", "month", "unplaced"] as const) } : {}),
        ...(dice.chance(0.1) ? { sources: dice.pick(["one", "copies"] as const) } : {}),
        ...(dice.chance(0.2) ? { q: dice.pick(["e", "wallet theft", "finance", "rug"]) } : {}),
      };
      const incidents = incidentsUnder(dataset, filters);
      found += incidents.length > 0 ? 1 : 0;
      expect({ filters, total: await totalUnder(db, 1, filters) }).toEqual({
        filters,
        total: periodTotalOf(incidents),
      });
    }
    expect(found).toBeGreaterThan(25);
  });
});
