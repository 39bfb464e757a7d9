import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { described } from "@/lib/site/matching/described-queries";
import { extend } from "@/lib/site/matching/extend-queries";
import { readQueries } from "@/lib/site/matching/match-query";
import { match } from "@/lib/site/matching/matching-queries";
import { linksFor } from "@/lib/site/urls/links";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import {
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aTarget,
  publicationOf,
} from "@/testing/records";

const ADDRESS = "0xf9ddbfdb94b84a55d569671bcbc48ff438a7e158";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [aTarget({ slug: "curve", name: "Curve Finance", aliases: ["CRV"] })],
      actors: [anActor({ slug: "somebody", name: "Somebody" })],
      incidents: [
        anIncident({
          slug: "curve-2022-08",
          name: "Curve front end",
          target: "Curve Finance",
          occurredOn: "2022-08-09",
          lossUsd: 575_000,
        }),
        anIncident({
          slug: "curve-2023-07",
          name: "Curve pools",
          target: "Curve Finance",
          occurredOn: "2023-07",
          lossUsd: 69_300_000,
          attributions: [anAttribution({ actor: "somebody" })],
          addresses: [anAddress(ADDRESS)],
        }),
      ],
    }),
    "1",
  );
});

async function ask(queries: object, version = 1) {
  const read = readQueries(JSON.stringify(queries));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return match(db, version, read.value);
}

const matches = (answer: Awaited<ReturnType<typeof ask>>) =>
  Object.values(answer).map(({ result }) => result.find(({ match }) => match)?.name ?? null);

const extended = async (ids: string[], properties: string[], version = 1) => {
  const permanent = linksFor({ version, pinned: true });
  return (
    await extend(
      db,
      version,
      permanent,
      { ids, properties },
      (path) => `https://losses.example${path}`,
    )
  ).rows;
};

describe("a batch", () => {
  test("finds names in any spelling, and takes none that two things have", async () => {
    const answer = await ask({
      a: { query: "curve  FINANCE", type: "target" },
      b: { query: "CRV", type: "target" },
      c: { query: "Somebody" },
      d: { query: "Curve", type: "incident" },
      e: { query: "nothing of the kind" },
    });
    expect(matches(answer)).toEqual(["Curve Finance", "Curve Finance", "Somebody", null, null]);
    expect(answer.d?.result).toHaveLength(2);
    expect(answer.e?.result).toEqual([]);
  });

  test("tells the thefts of one target apart by what else is known", async () => {
    const properties = (on: string) => [{ pid: "occurred_on", v: on }];
    const answer = await ask({
      a: { query: "Curve", type: "incident", properties: properties("2023-07-30") },
      b: { query: "Curve", type: "incident", properties: properties("2022-08-09") },
      c: { query: "Curve", type: "incident", properties: properties("2021") },
      d: {
        query: "",
        type: "incident",
        properties: [{ pid: "target", v: "Curve" }, ...properties("2022")],
      },
    });
    expect(matches(answer)).toEqual(["Curve pools", "Curve front end", null, "Curve front end"]);
  });

  test("finds an address in any spelling", async () => {
    const answer = await ask({
      a: { query: ADDRESS.toUpperCase().replace("0X", "0x"), type: "address" },
    });
    expect(answer.a?.result[0]).toMatchObject({ name: ADDRESS, score: 100, match: true });
  });
});

describe("an id", () => {
  const theft = async (version = 1) => {
    const { a } = await ask({ a: { query: "Curve pools", type: "incident" } }, version);
    return a?.result[0]?.id ?? "";
  };

  test("means the same after a new name, and what it was merged into after that", async () => {
    const id = await theft();
    await reviseIncident(db, "curve-2023-07", { slug: "crv-pools", name: "CRV pools" }); // 2
    expect(await extended([id], ["slug"], 1)).toEqual({
      [id]: { slug: [{ str: "curve-2023-07" }] },
    });
    expect(await extended([id], ["slug"], 2)).toEqual({ [id]: { slug: [{ str: "crv-pools" }] } });
    await reviseIncident(db, "crv-pools", { mergedInto: "curve-2022-08" }); // 3
    expect(await extended([id], ["slug"], 3)).toEqual({
      [id]: { slug: [{ str: "curve-2022-08" }] },
    });
  });

  test("of what was retracted has nothing any more", async () => {
    const id = await theft();
    await reviseIncident(db, "curve-2023-07", { retraction: "It did not happen." }); // 2
    expect(await extended([id], ["slug"], 2)).toEqual({ [id]: { slug: [] } });
    const links = linksFor({ version: 2, pinned: false });
    expect(await described(db, 2, { links, permanent: links }, id)).toBeNull();
  });

  test("has each property with its kind, and an empty one where it has none", async () => {
    const id = await theft();
    const rows = await extended(
      [id, "incident:4711", "nonsense"],
      [
        "occurred_on",
        "earliest_day",
        "loss_usd",
        "returned_usd",
        "address_count",
        "target_record",
        "actor_records",
        "colour",
      ],
    );
    expect(rows[id]).toEqual({
      occurred_on: [{ str: "2023-07" }],
      earliest_day: [{ date: "2023-07-01T00:00:00Z" }],
      loss_usd: [{ float: 69_300_000 }],
      returned_usd: [],
      address_count: [{ int: 1 }],
      target_record: [{ id: expect.stringMatching(/^target:\d+$/), name: "Curve Finance" }],
      actor_records: [{ id: expect.stringMatching(/^actor:\d+$/), name: "Somebody" }],
      colour: [],
    });
    expect(rows["incident:4711"]?.loss_usd).toEqual([]);
    expect(rows.nonsense?.loss_usd).toEqual([]);
  });

  test("of a target, an actor and an address lead to their thefts", async () => {
    const answer = await ask({
      a: { query: "Curve Finance", type: "target" },
      b: { query: "Somebody", type: "actor" },
      c: { query: ADDRESS, type: "address" },
    });
    const ids = Object.values(answer).map(({ result }) => result[0]?.id ?? "");
    const rows = await extended(ids, ["incidents", "roles", "url"]);
    for (const id of ids)
      expect(rows[id]?.url).toEqual([
        { str: expect.stringMatching(/^https:\/\/losses\.example\/v\/1\/[a-z]+\/\S+$/) },
      ]);
    const names = ids.map((id) => rows[id]?.incidents?.map((cell) => "name" in cell && cell.name));
    expect(names).toEqual([["Curve front end", "Curve pools"], ["Curve pools"], ["Curve pools"]]);
    expect(rows[ids[2] ?? ""]?.roles).toEqual([{ str: "attacker in Curve pools" }]);
  });
});
