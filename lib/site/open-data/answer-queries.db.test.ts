import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion } from "@/lib/record/versions/version-queries";
import { nextPath } from "@/lib/site/open-data/about";
import {
  listPage,
  namedNowhere,
  oneAt,
  revisionsAt,
  wholeList,
} from "@/lib/site/open-data/answer-queries";
import { readAsked } from "@/lib/site/open-data/asked";
import type { OperationName } from "@/lib/site/open-data/operations";
import { actorShape, incidentShape, targetShape } from "@/lib/site/open-data/shapes/answers";
import { countingRuleOf } from "@/lib/site/open-data/stat-queries";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { MEASURES, SORTS, type Sort } from "@/lib/statistics/rules/parameters";
import {
  measuredByPeriod,
  measuredByPeriodWithTotal,
  measuredTotal,
} from "@/lib/statistics/totals/segment-queries";
import { actor, attributedTo, incident, publishRecords, withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import { aPublishedFigureEntry, aTarget, publicationOf } from "@/testing/records";

async function versionOf(db: Database, number: number) {
  const version = await findVersion(db, number);
  if (version === null) throw new Error(`no version ${number}`);
  return version;
}

async function publishSome(db: Database) {
  const dice = new Dice(35);
  await publishRecords(
    db,
    Array.from({ length: 40 }, (_, place) =>
      incident(`theft-${place}`, {
        name: `Theft ${dice.below(8)}`,
        lossUsd: dice.pick([null, 0, 5, 5.5, 1e9]),
        returnedUsd: dice.pick([null, 0, 2]),
        occurredOn: dice.pick(["2023-06-15", "2023-06", "2022"]),
        category: dice.pick(["phishing", "exit-scam"]),
        attributions: dice.chance(0.5) ? [attributedTo(dice.pick(["north", "south"]))] : [],
      }),
    ),
    [actor("north"), actor("south")],
  );
}

test("pages of every order hold what the list holds, in its order, whatever is published meanwhile", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  const version = await versionOf(db, 1);
  const wanted = new Map<Sort, string[]>();
  for (const sort of Object.keys(SORTS) as Sort[])
    wanted.set(
      sort,
      (await listIncidents(db, 1, {}, sort, { limit: 100 })).map(({ slug }) => slug),
    );
  for (const [sort, slugs] of wanted) {
    const found: unknown[] = [];
    let after: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof listPage>> = await listPage(db, version, "incidents", {
        filters: {},
        sort,
        after,
        limit: 7,
      });
      expect(page.total).toBe(40);
      found.push(...page.rows.map(({ data }) => incidentShape.strict().parse(data).slug));
      after = page.hasMore ? (page.rows.at(-1)?.row ?? null) : null;
      if (sort === "largest") await reviseIncident(db, slugs[10] ?? "", { lossUsd: found.length });
    } while (after !== null);
    expect(found, sort).toEqual(slugs);
  }
});

const SOME_SORTS: readonly Sort[] = ["newest", "largest", "actor-desc", "name"];

test("all of a list is what its pages hold together, however much of it is read at a time", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  const version = await versionOf(db, 1);
  for (const [name, filters] of [
    ["incidents", {}],
    ["incidents", { category: "phishing" }],
    ["incidents", { category: "phishing", chain: "no-such-chain" }],
    ["actors", {}],
    ["transactions", {}],
  ] as const)
    for (const sort of name === "incidents" ? SOME_SORTS : (["newest"] as const)) {
      const part = { filters, sort };
      const page = await listPage(db, version, name, { ...part, after: null, limit: 100 });
      for (const atOnce of [7, 40]) {
        const found: unknown[] = [];
        for await (const some of wholeList(db, version, name, part, atOnce)) found.push(...some);
        expect(found, `${name} ${sort} ${atOnce}`).toEqual(page.rows.map(({ data }) => data));
      }
    }
});

test("a record is found by its id and by every slug that it had, whatever became of it", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  await reviseIncident(db, "theft-1", { slug: "renamed" });
  await withdraw(db, "theft-2", { mergedInto: "theft-3" });
  await withdraw(db, "theft-4", { retraction: "No theft." });
  const renamed = incidentShape.strict().parse(await oneAt(db, 4, "incident", "theft-1"));
  expect(renamed).toMatchObject({ slug: "renamed", status: "active", revision: 2 });
  expect(await oneAt(db, 4, "incident", String(renamed.id))).toEqual(renamed);
  expect(await oneAt(db, 1, "incident", String(renamed.id))).toMatchObject({ slug: "theft-1" });
  const merged = incidentShape.parse(await oneAt(db, 4, "incident", "theft-2"));
  expect(merged).toMatchObject({ status: "merged", merged_into_slug: "theft-3" });
  expect(await oneAt(db, 4, "incident", "theft-4")).toMatchObject({
    status: "retracted",
    retraction: "No theft.",
  });
  expect((await revisionsAt(db, 4, "theft-1"))?.total).toBe(2);
  expect((await revisionsAt(db, 1, "theft-1"))?.total).toBe(1);
  for (const nothing of ["0", "99999999999", "no-such-theft"])
    expect(await oneAt(db, 4, "incident", nothing)).toBeNull();
  actorShape.strict().parse(await oneAt(db, 4, "actor", "north"));
  const targets = await listPage(db, await versionOf(db, 4), "targets", {
    filters: {},
    sort: "newest",
    after: null,
    limit: 100,
  });
  for (const { data } of targets.rows) targetShape.strict().parse(data);
});

test("what periods and all of them come to is what each is by itself, by every measure", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  for (const measure of Object.keys(MEASURES))
    for (const interval of ["month", "year"])
      for (const category of ["phishing", "flash-loan"]) {
        const read = readAsked(
          { operation: "stats", item: null, format: "json" },
          new URLSearchParams({ measure, interval, category }),
          1,
        );
        if (!read.ok) throw new Error(measure);
        const rule = countingRuleOf(read.value);
        const { total, periods } = await measuredByPeriodWithTotal(db, 1, rule);
        expect(total).toEqual(await measuredTotal(db, 1, rule));
        expect(periods).toEqual(await measuredByPeriod(db, 1, rule));
      }
});

test("a list that is narrowed holds what all of it has of that, on its pages too, and counts it", async () => {
  const { db } = await testDatabase();
  const source = "https://example.org/addresses";
  const hex = (place: number) => `0x${place.toString(16).padStart(40, "0")}`;
  await publish(
    db,
    publicationOf({
      actors: [
        { ...actor("north"), country: "KP", aliases: ["Polar"] },
        actor("north-east", "north"),
        { ...actor("south"), kind: "state", country: "KP" },
      ],
      targets: [
        aTarget({ slug: "quay", name: "Quay", formerly: ["Dock 50%"] }),
        aTarget({ slug: "mole", name: "Mole", kind: "bridge" }),
      ],
      incidents: [1, 2, 3].map((place) =>
        incident(`theft-${place}`, {
          chains: ["ethereum", "polygon"],
          addresses: [
            { chain: "ethereum", address: hex(place), role: "attacker", source },
            { chain: "polygon", address: hex(place + 10), role: "laundering", source },
          ],
        }),
      ),
      figures: [
        aPublishedFigureEntry({
          title: "One",
          publisher: "Watch",
          from: "2022-01-01",
          to: "2023-06-30",
          category: null,
        }),
        aPublishedFigureEntry({
          title: "Two",
          publisher: "Others",
          from: "2024-01-01",
          to: "2024-12-31",
          category: "phishing",
        }),
      ],
    }),
    "First",
  );
  const found = async (operation: OperationName, query: string) => {
    const read = readAsked(
      { operation, item: null, format: "json" },
      new URLSearchParams(query),
      1,
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const asked = { ...read.value, limit: 1 };
    const rows: Record<string, unknown>[] = [];
    for (let after: number | null = null, hasMore = true; hasMore; ) {
      const page: Awaited<ReturnType<typeof listPage>> = await listPage(
        db,
        await versionOf(db, 1),
        operation as "targets",
        { ...asked, after },
      );
      rows.push(...page.rows.map(({ data }) => data));
      after = page.rows.at(-1)?.row ?? null;
      hasMore = page.hasMore;
      if (!hasMore) expect(page.total, query).toBe(rows.length);
    }
    return rows.map((row) => row.slug ?? row.title ?? `${row.incident_slug} ${row.role}`);
  };
  for (const [operation, query, wanted] of [
    ["targets", "kind=bridge", ["mole"]],
    ["targets", "q=dock+50%25", ["quay"]],
    ["targets", "q=50_", []],
    ["actors", "kind=group", ["north", "north-east"]],
    ["actors", "kind=group&country=KP", ["north"]],
    ["actors", "parent=north", ["north-east"]],
    ["actors", "parent=1", ["north-east"]],
    ["actors", "q=POLAR", ["north"]],
    ["figures", "publisher=Watch", ["One"]],
    ["figures", "year=2023", ["One"]],
    ["figures", "year=2024", ["Two"]],
    ["figures", "scope=everything", ["One"]],
    ["figures", "scope=phishing", ["Two"]],
    ["addresses", "on=polygon", [1, 2, 3].map((place) => `theft-${place} laundering`)],
    ["addresses", "role=attacker&incident=theft-2", ["theft-2 attacker"]],
    ["addresses", "on=bitcoin", []],
  ] as const)
    expect(await found(operation, query), `${operation} ${query}`).toEqual(wanted);
  const nowhere = (operation: OperationName, narrowed: Record<string, string>) =>
    namedNowhere(db, 1, { operation, narrowed });
  expect(await nowhere("actors", { parent: "north" })).toBeNull();
  expect(await nowhere("actors", { parent: "nobody" })).toMatchObject({ parameter: "parent" });
  expect(await nowhere("addresses", { incident: "999999" })).toMatchObject({
    parameter: "incident",
  });
});

test("a cursor is of the list as it was narrowed, and of no other", () => {
  const read = (query: string) =>
    readAsked({ operation: "actors", item: null, format: "json" }, new URLSearchParams(query), 1);
  const asked = read("country=KP&kind=group");
  if (!asked.ok) throw new Error("refused");
  const next = new URL(nextPath(asked.value, 1), "https://lossline.example").search;
  expect(next).toContain("kind=group&country=KP");
  expect(read(next).ok).toBe(true);
  expect(read(next.replace("country=KP", "country=RU")).ok).toBe(false);
  expect(read("country=kp").ok).toBe(false);
  expect(read("kind=group&kind=state").ok).toBe(false);
});

test("what is meant by a technique is answered as each version has it, beside what the incident itself says", async () => {
  const { db } = await testDatabase();
  const technique = "ledger-mirage";
  const [first, better] = [
    "A ledger shows what is not there.",
    "Deposits are shown, none is made.",
  ];
  const records = [
    incident("one", { technique, techniqueDefinition: first }),
    incident("two", { technique }),
    incident("three", {}),
  ];
  await publishRecords(db, records, []);
  await reviseIncident(db, "two", { techniqueDefinition: better });
  await reviseIncident(db, "one", { lossUsd: 7 });
  const said = async (number: number) => {
    const answers = [];
    for (const slug of ["one", "two", "three"]) {
      const answer = await oneAt(db, number, "incident", slug);
      const { technique_definition, technique_meaning } = incidentShape.strict().parse(answer);
      answers.push([technique_definition, technique_meaning]);
    }
    return answers;
  };
  expect(await said(1)).toEqual([
    [first, first],
    [null, first],
    [null, null],
  ]);
  expect(await said(3)).toEqual([
    [first, better],
    [better, better],
    [null, null],
  ]);
});

test("a list that is read on is counted once, and every other by itself", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  await publishRecords(db, [incident("one-more", { category: "phishing" })]);
  let counts = 0;
  const counting = new Proxy(db, {
    get(target, name) {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return (parts: TemplateStringsArray, ...values: unknown[]) => {
        if (parts.join("").includes("AS total FROM")) counts += 1;
        return target.$queryRaw(parts, ...values);
      };
    },
  });
  const readThrough = async (number: number, filters: object) => {
    const totals = new Set<number>();
    let [after, read]: [number | null, number] = [null, 0];
    do {
      const part = { filters, sort: "newest" as const, after, limit: 9 };
      const page: Awaited<ReturnType<typeof listPage>> = await listPage(
        counting,
        await versionOf(db, number),
        "incidents",
        part,
      );
      totals.add(page.total);
      read += page.rows.length;
      after = page.hasMore ? (page.rows.at(-1)?.row ?? null) : null;
    } while (after !== null);
    return { totals: [...totals], read };
  };
  expect(await readThrough(1, {})).toEqual({ totals: [40], read: 40 });
  expect(counts).toBe(1);
  expect(await readThrough(2, {})).toEqual({ totals: [41], read: 41 });
  const { totals, read } = await readThrough(2, { category: "phishing" });
  expect(totals).toEqual([read]);
  expect(counts).toBe(3);
});
