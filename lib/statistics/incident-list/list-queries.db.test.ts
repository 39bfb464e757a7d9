import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { chainsAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import {
  countPages,
  listIncidents,
  PAGE_SIZE,
  pagesOf,
  relatedIncidents,
  sharedAddressPairs,
} from "@/lib/statistics/incident-list/list-queries";
import { listUnplaced, UNPLACED_NAMED } from "@/lib/statistics/incident-list/unplaced-queries";
import { SORTS, type Sort } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { sharedAddresses } from "@/lib/statistics/shared-addresses/shared-address-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, type GivenIncident, givenDataset } from "@/testing/dataset";
import { firstDay, incidentsUnder, isSourced } from "@/testing/naive-totals";
import { anAddress, anIncident, publicationOf } from "@/testing/records";

const sorts = Object.keys(SORTS) as Sort[];
const slugsOf = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

describe("the starting dataset", () => {
  const dataset = givenDataset();
  const bySlug = new Map(dataset.incidents.map((incident) => [incident.slug, incident]));
  const given = (slug: string): GivenIncident => {
    const incident = bySlug.get(slug);
    if (incident === undefined) throw new Error(`the files hold no ${slug}`);
    return incident;
  };

  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await seedIfEmpty(db, DATASET);
  }, 120_000);

  const actorNames = new Map(dataset.actors.map(({ slug, name }) => [slug, name.toLowerCase()]));
  /** The first name of those whom an incident is attributed to; null where it is to nobody. */
  const firstNamed = ({ attributions }: GivenIncident): string | null =>
    attributions.map(({ actor }) => actorNames.get(actor) ?? actor).toSorted()[0] ?? null;

  /** Whether one incident may come before another in an order. */
  const MAY_PRECEDE: Record<Sort, (one: GivenIncident, other: GivenIncident) => boolean> = {
    newest: (one, other) => firstDay(one) >= firstDay(other),
    oldest: (one, other) => firstDay(one) <= firstDay(other),
    largest: (one, other) => (one.lossUsd ?? -1) >= (other.lossUsd ?? -1),
    smallest: (one, other) =>
      other.lossUsd === null || (one.lossUsd !== null && one.lossUsd <= other.lossUsd),
    name: (one, other) => one.name.toLowerCase() <= other.name.toLowerCase(),
    "name-desc": (one, other) => one.name.toLowerCase() >= other.name.toLowerCase(),
    target: (one, other) => one.target.toLowerCase() <= other.target.toLowerCase(),
    "target-desc": (one, other) => one.target.toLowerCase() >= other.target.toLowerCase(),
    category: (one, other) => one.category <= other.category,
    "category-desc": (one, other) => one.category >= other.category,
    actor: (one, other) =>
      firstNamed(other) === null ||
      (firstNamed(one) !== null && String(firstNamed(one)) <= String(firstNamed(other))),
    "actor-desc": (one, other) =>
      firstNamed(other) === null ||
      (firstNamed(one) !== null && String(firstNamed(one)) >= String(firstNamed(other))),
    "most-returned": (one, other) => (one.returnedUsd ?? -1) >= (other.returnedUsd ?? -1),
    "least-returned": (one, other) =>
      other.returnedUsd === null ||
      (one.returnedUsd !== null && one.returnedUsd <= other.returnedUsd),
  };

  test.each([
    { from: "2019-01-01", to: "2019-01-02" },
    { from: "2017-01-01", to: "2017-07-15" },
    { from: "2026-01-01", to: "2026-09-15" },
    { from: "2022-01-01", to: "2022-12-31" },
  ])("names what $from to $to leaves out, largest first", async (filters) => {
    const left = incidentsUnder(dataset, { ...filters, date: "unplaced" });
    const rows = await listUnplaced(db, 1, filters, { incidents: left.length });
    expect(rows.length).toBe(Math.min(left.length, UNPLACED_NAMED));
    const losses = left.map(({ lossUsd }) => lossUsd ?? -1).toSorted((one, other) => other - one);
    expect(rows.map(({ lossUsd }) => lossUsd ?? -1)).toEqual(losses.slice(0, UNPLACED_NAMED));
    for (const row of rows) expect(row.occurredOn).toBe(given(row.slug).occurredOn);
  });

  describe.each(sorts)("in the order %s", (sort) => {
    test.each<Filters>([
      {},
      { from: "2023-01-01", to: "2023-12-31" },
      { loss: "unknown" },
      { category: "phishing", confidence: "suspected" },
    ])("lists %j once and in order, page by page", async (filters) => {
      const pages = await countPages(db, 1, filters);
      const paged: IncidentRow[] = [];
      for (let page = 0; page < pages; page += 1) {
        const rows = await listIncidents(db, 1, filters, sort, { offset: page * PAGE_SIZE });
        expect(rows).toHaveLength(page < pages - 1 ? PAGE_SIZE : rows.length);
        expect(rows.length).toBeGreaterThan(0);
        paged.push(...rows);
      }
      expect(await listIncidents(db, 1, filters, sort, { offset: pages * PAGE_SIZE })).toEqual([]);
      const slugs = slugsOf(paged);
      expect(slugs.toSorted()).toEqual(slugsOf(incidentsUnder(dataset, filters)).toSorted());
      expect(paged).toEqual(await listIncidents(db, 1, filters, sort, { limit: 5000 }));
      const misplaced = slugs.filter((slug, place) => {
        const next = slugs[place + 1];
        return next !== undefined && !MAY_PRECEDE[sort](given(slug), given(next));
      });
      expect(misplaced).toEqual([]);
    });
  });

  test("newest is oldest backwards, to the last of a day's incidents", async () => {
    const newest = await listIncidents(db, 1, {}, "newest", { limit: 5000 });
    const oldest = await listIncidents(db, 1, {}, "oldest", { limit: 5000 });
    expect(newest).toEqual(oldest.toReversed());
  });

  test("a line says what the file says, with the surest statement about each actor", async () => {
    const rank = ["suspected", "likely", "confirmed"];
    const names = new Map(dataset.actors.map(({ slug, name }) => [slug, name]));
    for (const row of await listIncidents(db, 1, {}, "newest", { limit: 5000 })) {
      const incident = given(row.slug);
      const surest = new Map<string, string>();
      for (const { actor, confidence } of incident.attributions) {
        const before = surest.get(actor) ?? "suspected";
        surest.set(actor, rank.indexOf(confidence) > rank.indexOf(before) ? confidence : before);
      }
      const { attributedTo, sourcing, ...line } = row;
      expect(incident).toMatchObject(line);
      const marks = (["one", "copies"] as const).filter((mark) => isSourced(incident, mark));
      expect(sourcing).toEqual(marks);
      expect(
        Object.fromEntries(attributedTo.map(({ slug, confidence }) => [slug, confidence])),
      ).toEqual(Object.fromEntries(surest));
      for (const { slug, name } of attributedTo) expect(name).toBe(names.get(slug));
    }
  });

  test("knows its chains", async () => {
    const chains = new Set(dataset.incidents.flatMap((incident) => incident.chains));
    expect((await chainsAt(db, 1)).toSorted()).toEqual([...chains].toSorted());
  });

  const known = new Set(dataset.knownAddresses.map(({ address }) => address.toLowerCase()));
  /** Each address that is evidence, by a spelling of its own, with the incidents that hold it. */
  const holders = new Map<string, Set<string>>();
  for (const { slug, addresses } of dataset.incidents) {
    for (const { chain, address } of addresses) {
      const evm = /^0x[0-9a-f]{40}$/i.test(address);
      const key = evm ? address.toLowerCase() : `${chain} ${address}`;
      if (!known.has(key)) holders.set(key, (holders.get(key) ?? new Set()).add(slug));
    }
  }
  const shared = [...holders.values()].filter((slugs) => slugs.size > 1);

  test("pairs incidents by the addresses that they share, and by no others", async () => {
    const counts = new Map<string, number>();
    for (const slugs of shared) {
      for (const one of slugs) {
        for (const other of slugs) {
          if (one < other) counts.set(`${one} ${other}`, (counts.get(`${one} ${other}`) ?? 0) + 1);
        }
      }
    }
    const pairs = await sharedAddressPairs(db, 1, {});
    for (const { one, other } of pairs)
      expect(firstDay(given(one)) <= firstDay(given(other))).toBe(true);
    const found = pairs.map(({ one, other, addresses }) => [
      [one, other].sort().join(" "),
      addresses,
    ]);
    expect(counts.size).toBeGreaterThan(50);
    expect(found.toSorted()).toEqual([...counts].toSorted());
    expect(await sharedAddresses(db, 1, {})).toHaveLength(shared.length);
  });

  test("relates an incident to all that share an address with it, most shared first", async () => {
    const linked = new Set(shared.flatMap((slugs) => [...slugs]));
    const untied = slugsOf(dataset.incidents)
      .filter((slug) => !linked.has(slug) && given(slug).addresses.length > 0)
      .slice(0, 10);
    for (const slug of [...linked, ...untied]) {
      const expected = new Map<string, number>();
      for (const slugs of shared) {
        if (!slugs.has(slug)) continue;
        for (const other of slugs) {
          if (other !== slug) expected.set(other, (expected.get(other) ?? 0) + 1);
        }
      }
      const related = await relatedIncidents(db, 1, slug);
      expect([slug, slugsOf(related).toSorted()]).toEqual([slug, [...expected.keys()].toSorted()]);
      const strengths = related.map((other) => expected.get(other.slug) ?? 0);
      expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
    }
  });

  test("relates CoinEx to Stake.com by one address on Optimism, Arbitrum and Polygon", async () => {
    const address = "0x75497999432b8701330fb68058bd21918c02ac59";
    const fromCoinEx = await relatedIncidents(db, 1, "coinex-2023-09");
    expect(fromCoinEx).toMatchObject([{ slug: "stake-2023-09" }]);
    const chains = given("coinex-2023-09")
      .addresses.filter((held) => held.address.toLowerCase() === address)
      .map(({ chain }) => chain);
    expect(chains.toSorted()).toEqual(["arbitrum", "optimism"]);
    for (const { address: found, chain, theirChain } of fromCoinEx[0]?.shared ?? []) {
      expect(found.toLowerCase()).toBe(address);
      expect(chains).toContain(chain);
      expect(theirChain).toBe("polygon");
    }
    const fromStake = await relatedIncidents(db, 1, "stake-2023-09");
    expect(slugsOf(fromStake)).toContain("coinex-2023-09");
    expect(slugsOf(fromStake)).toContain("alphapo-2023-07");
    const pairs = await sharedAddressPairs(db, 1, {
      actor: "lazarus-group",
      from: "2023-06-01",
      to: "2023-09-30",
    });
    expect(pairs).toContainEqual({ one: "stake-2023-09", other: "coinex-2023-09", addresses: 1 });
    expect(pairs).toContainEqual({ one: "alphapo-2023-07", other: "stake-2023-09", addresses: 1 });
  });

  test("never relates incidents by way of a known address", async () => {
    const through = dataset.incidents.filter(({ addresses }) =>
      addresses.some(({ address }) => address.toLowerCase().startsWith("0xc0ffeebabe")),
    );
    expect(through.length).toBeGreaterThan(2);
    const pairs = (await sharedAddressPairs(db, 1, {})).map(({ one, other }) => `${one} ${other}`);
    for (const { slug } of through) {
      for (const other of await relatedIncidents(db, 1, slug)) {
        for (const { address } of other.shared) expect(known).not.toContain(address.toLowerCase());
      }
      for (const { slug: other } of through) {
        const [one, two] = [given(slug), given(other)].map(
          ({ addresses }) => new Set(addresses.map(({ address }) => address.toLowerCase())),
        );
        const evidence = [...(one ?? [])].filter((key) => two?.has(key) && !known.has(key));
        if (slug !== other && evidence.length === 0)
          expect(pairs).not.toContain(`${slug} ${other}`);
      }
    }
  });
});

describe("text that is looked for", () => {
  const NAMES = [
    "100% loss",
    "100x loss",
    "a_b token",
    "axb token",
    "c\\d desk",
    "cd desk",
    "Größe Börse",
    "ÉCOLE fund",
    "Ж exchange",
    'it\'s "quoted"; DROP TABLE',
    "tab:stop",
  ];
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    const incidents = NAMES.map((name, index) =>
      anIncident({
        slug: `theft-${index}`,
        name,
        target: index === 10 ? "Kraken" : "Nobody",
        summary: index === 10 ? "Summary words." : "–",
        addresses:
          index === 9 ? [anAddress("TQrY8tryqsYVCYS3MFbtffiPp2ccyn4STm", { chain: "tron" })] : [],
      }),
    );
    await publish(db, publicationOf({ incidents }), "Names");
  });

  test.each([
    ["100%", ["100% loss"]],
    ["%", ["100% loss"]],
    ["100", ["100% loss", "100x loss"]],
    ["a_b", ["a_b token"]],
    ["_", ["a_b token"]],
    ["c\\d", ["c\\d desk"]],
    ["\\", ["c\\d desk"]],
    ["\\d", ["c\\d desk"]],
    ["cd", ["cd desk"]],
    ["%%", []],
    ["__", []],
    ["\\\\", []],
    ["\\%", []],
    ["GRÖSSE", []],
    ["GRÖß", ["Größe Börse"]],
    ["börse größe", ["Größe Börse"]],
    ["école", ["ÉCOLE fund"]],
    ["ж", ["Ж exchange"]],
    ["it's", ['it\'s "quoted"; DROP TABLE']],
    ['"quoted";', ['it\'s "quoted"; DROP TABLE']],
    ["loss 100x", ["100x loss"]],
    ["loss 200", []],
    ["kraken", ["tab:stop"]],
    ["kraken words", ["tab:stop"]],
    ["KrakenSummary", []],
    ["tqry8TRY", ['it\'s "quoted"; DROP TABLE']],
    ["tqry8try quoted", ['it\'s "quoted"; DROP TABLE']],
  ])("%j finds %j", async (q, names) => {
    const found = await listIncidents(db, 1, { q }, "oldest", { limit: 100 });
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  test("sorts names the same on every machine, capitals and small letters together", async () => {
    const found = await listIncidents(db, 1, {}, "name", { limit: 100 });
    const names = found.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });
});

test("a list has a page for every fifty incidents, and one when it is empty", () => {
  expect([0, 1, 49, 50, 51, 100, 101].map(pagesOf)).toEqual([1, 1, 1, 1, 2, 2, 3]);
});
