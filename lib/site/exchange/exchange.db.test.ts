import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { ftmEntities } from "@/lib/site/exchange/ftm/ftm-entities";
import { eventUuid, mispEvent } from "@/lib/site/exchange/misp/misp-event";
import { mispHashes, mispManifest } from "@/lib/site/exchange/misp/misp-feed";
import type { UrlOf } from "@/lib/site/exchange/snapshot";
import { namesOfRecord, snapshotAt } from "@/lib/site/exchange/snapshot-queries";
import {
  actorBundle,
  differenceBundle,
  incidentBundle,
  recordBundle,
  type StixBundle,
} from "@/lib/site/exchange/stix/bundle";
import { testDatabase } from "@/testing/database";
import { reviseActor, reviseIncident } from "@/testing/publishing";
import {
  aKnownAddress,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aTarget,
  publicationOf,
} from "@/testing/records";

const ADDRESS = "0xf9ddbfdb94b84a55d569671bcbc48ff438a7e158";
const SHARED = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";
const url: UrlOf = (slug, version) => `https://record.example/v/${version}/incidents/${slug}`;

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [aTarget({ slug: "one", name: "One", aliases: ["Uno"] })],
      actors: [
        anActor({ slug: "whole", name: "Whole", aliases: ["W"] }),
        anActor({ slug: "part", name: "Part", aliases: ["P"], parent: "whole" }),
        anActor({ slug: "other", name: "Other", aliases: [] }),
      ],
      knownAddresses: [aKnownAddress({ address: SHARED, label: "A mixer" })],
      incidents: [
        anIncident({
          slug: "first",
          name: "First",
          target: "One",
          lossUsd: null,
          attributions: [anAttribution({ actor: "part", by: "FBI", confidence: "confirmed" })],
          addresses: [
            anAddress(ADDRESS),
            { ...anAddress(ADDRESS.toUpperCase().replace("0X", "0x")), chain: "bsc" },
            anAddress(SHARED),
          ],
        }),
        anIncident({
          slug: "second",
          name: "Second",
          target: "One",
          attributions: [anAttribution({ actor: "other", by: "Somebody" })],
          addresses: [anAddress(ADDRESS)],
        }),
      ],
    }),
    "1",
  );
});

const named = (bundle: StixBundle, type: string) =>
  bundle.objects.filter((object) => object.type === type);
const ids = (bundle: StixBundle) => bundle.objects.map(({ id }) => id);

describe("STIX", () => {
  test("refers to nothing that is not in it, and is the same each time", async () => {
    const bundle = recordBundle(await snapshotAt(db, 1), url);
    const known = new Set(ids(bundle));
    expect(known.size).toBe(bundle.objects.length);
    for (const object of bundle.objects)
      for (const [member, value] of Object.entries(object))
        if (member.endsWith("_ref")) expect(known, `${object.id} ${member}`).toContain(value);
    expect(JSON.stringify(recordBundle(await snapshotAt(db, 1), url))).toBe(JSON.stringify(bundle));
  });

  test("has a wallet once, in one spelling, by the id that others give it", async () => {
    const bundle = recordBundle(await snapshotAt(db, 1), url);
    const wallets = named(bundle, "cryptocurrency-wallet");
    expect(wallets.map(({ id, value }) => [id, value])).toEqual([
      [
        // As @security-alliance/stix 0.1.1 computes it.
        "cryptocurrency-wallet--ce8a837a-b89a-554b-8cc0-ccc156bfe934",
        "0xf9dDBFDB94b84a55D569671bCbC48fF438a7e158",
      ],
      [expect.any(String), "0x098B716B8Aaf21512996dC57EB0615e2383E2f96"],
    ]);
    const [first] = named(bundle, "relationship").filter(
      ({ target_ref }) => target_ref === wallets[0]?.id,
    );
    expect(first?.description).toBe("attacker on ethereum, bsc");
    const [shared] = named(bundle, "relationship").filter(
      ({ target_ref }) => target_ref === wallets[1]?.id,
    );
    expect(shared?.description).toContain("A mixer: an address that many use");
  });

  test("says of an amount that nobody knows nothing, and never 0", async () => {
    const [first, second] = named(recordBundle(await snapshotAt(db, 1), url), "incident");
    const amounts = (incident: typeof first) =>
      Object.values(incident?.extensions as Record<string, object>)[0];
    expect(amounts(first)).not.toHaveProperty("loss_usd");
    expect(amounts(second)).toHaveProperty("loss_usd");
    expect(first?.description).toContain("The loss is not known.");
  });

  test("has each statement about who did it from whoever made it, and an actor's own aliases alone", async () => {
    const bundle = recordBundle(await snapshotAt(db, 1), url);
    const [part] = named(bundle, "intrusion-set").filter(({ name }) => name === "Part");
    expect(part?.aliases).toEqual(["P"]);
    const [said] = named(bundle, "relationship").filter(
      ({ relationship_type, target_ref }) =>
        relationship_type === "attributed-to" && target_ref === part?.id,
    );
    const by = bundle.objects.find(({ id }) => id === said?.created_by_ref);
    expect(by?.name).toBe("FBI");
    expect(said?.confidence).toBe(85);
  });

  test("of an actor has the incidents of its parts, of an incident itself alone", async () => {
    const whole = await snapshotAt(db, 1, { kind: "actor", slug: "whole" });
    const id = [...whole.actors.values()].find(({ slug }) => slug === "whole")?.id ?? 0;
    expect(named(actorBundle(whole, id, url), "incident").map(({ name }) => name)).toEqual([
      "First",
    ]);
    const one = await snapshotAt(db, 1, { kind: "incident", slug: "second" });
    const [incident] = one.incidents;
    if (incident === undefined) throw new Error("no incident");
    const bundle = incidentBundle(one, incident, url);
    expect(named(bundle, "incident").map(({ name }) => name)).toEqual(["Second"]);
    const all = new Set(ids(recordBundle(await snapshotAt(db, 1), url)));
    expect(ids(bundle).every((each) => all.has(each))).toBe(true);
  });

  test("a difference has what is new and revokes what is gone", async () => {
    await reviseIncident(db, "first", { attributions: [] }); // 2
    await reviseIncident(db, "second", { retraction: "It did not happen." }); // 3
    await reviseActor(db, "other", { name: "Another" }); // 4
    const [before, after] = [await snapshotAt(db, 1), await snapshotAt(db, 4)];
    const difference = differenceBundle(before, after, url);
    const old = new Map(recordBundle(before, url).objects.map((object) => [object.id, object]));
    const merged = new Map([
      ...old,
      ...difference.objects.map((object) => [object.id, object] as const),
    ]);
    for (const object of recordBundle(after, url).objects)
      expect(merged.get(object.id)).toEqual(object);
    const now = new Set(ids(recordBundle(after, url)));
    for (const object of merged.values())
      if (!now.has(object.id) && object.created !== undefined) expect(object.revoked).toBe(true);
    const [second] = named(difference, "incident").filter(({ name }) => name === "Second");
    expect(second).toMatchObject({ revoked: true });
    expect(second?.description).toContain("Retracted: It did not happen.");
    expect(differenceBundle(after, after, url).objects).toEqual([]);
  });
});

describe("MISP", () => {
  test("lists each incident as an event, with digests of all its values", async () => {
    const snapshot = await snapshotAt(db, 1);
    const manifest = mispManifest(snapshot, url);
    expect(Object.values(manifest).map(({ info }) => info)).toEqual(["First", "Second"]);
    const names = await namesOfRecord(db);
    expect(Object.keys(manifest)).toEqual(snapshot.incidents.map((one) => eventUuid(names, one)));
    for (const line of mispHashes(snapshot, url))
      expect(line).toMatch(/^[0-9a-f]{32},[0-9a-f-]{36}\n$/);
  });

  test("has addresses of Ethereum as text, and says what was retracted by a later event", async () => {
    const [first] = (await snapshotAt(db, 1)).incidents;
    if (first === undefined) throw new Error("no incident");
    const event = mispEvent(await snapshotAt(db, 1), first, url);
    expect(event.Object.map(({ Attribute }) => Attribute[0])).toMatchObject([
      { type: "text", object_relation: "address-crypto" },
      { type: "text", object_relation: "address-crypto" },
    ]);
    await reviseIncident(db, "first", { retraction: "It did not happen." });
    const after = await snapshotAt(db, 2);
    const ended = after.incidents.find(({ slug }) => slug === "first");
    if (ended === undefined) throw new Error("no incident");
    const again = mispEvent(after, ended, url);
    expect(again.uuid).toBe(event.uuid);
    expect(Number(again.timestamp)).toBeGreaterThanOrEqual(Number(event.timestamp));
    expect(again.Tag.map(({ name }) => name)).toContain("lossline:counts-no-more");
    expect(again.EventReport[0]?.content).toContain("It did not happen.");
  });
});

describe("FollowTheMoney", () => {
  test("links to what it holds, makes nobody a holder, and leaves out what is retracted", async () => {
    const entities = [...ftmEntities(await snapshotAt(db, 1), url)];
    const known = new Set(entities.map(({ id }) => id));
    expect(known.size).toBe(entities.length);
    for (const { properties } of entities)
      for (const name of ["subject", "object", "involved"])
        for (const id of properties[name] ?? []) expect(known).toContain(id);
    expect(entities.some(({ properties }) => "holder" in properties)).toBe(false);
    await reviseIncident(db, "second", { retraction: "It did not happen." });
    const after = [...ftmEntities(await snapshotAt(db, 2), url)];
    expect(after.filter(({ schema }) => schema === "Event")).toHaveLength(1);
  });
});
