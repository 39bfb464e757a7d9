import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import { publish } from "@/lib/record/publishing/publish-command";
import { type ServiceEntry, serviceEntrySchema } from "@/lib/record/wallets/known-address";
import {
  knownAddressesAt,
  knownAmong,
  storedServices,
} from "@/lib/record/wallets/known-address-queries";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import { aKnownAddress, publicationOf } from "@/testing/records";

const ONE = `0x${"1a".repeat(20)}`;
const OTHER = `0x${"2b".repeat(20)}`;

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  const knownAddresses = [
    aKnownAddress({ address: ONE, label: "A bot" }),
    aKnownAddress({ address: OTHER, label: "A mixer", kind: "mixer" }),
  ];
  await publish(db, publicationOf({ knownAddresses }), "Two services");
});

const service = (given: Partial<ServiceEntry>): ServiceEntry =>
  serviceEntrySchema.parse({ ...aKnownAddress({ address: ONE, label: "A bot" }), ...given });

/** Publishes services as the desk does: those with an id as revisions. @returns the version */
async function publishServices(
  ...given: { of?: number; record: Partial<ServiceEntry> }[]
): Promise<number> {
  const entries = given.map(({ of, record }) => ({
    ...(of === undefined ? {} : { of: String(of) }),
    entry: { kind: "service" as const, record: service(record) },
  }));
  return publishForTest(db, entries);
}

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PublicationError)) throw error ?? new Error("it was published");
  return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const labels = async (version: number) =>
  (await knownAddressesAt(db, version)).map(({ label }) => label);
const TAKEN = "address: This address stands in the list already: revise that one.";

describe("a service", () => {
  test("is added at the end of its list, and found by any spelling of its address", async () => {
    const address = `0x${"3C".repeat(20)}`;
    const version = await publishServices({
      record: { address, label: "Uniswap", kind: "router" },
    });
    expect(await labels(1)).toEqual(["A bot", "A mixer"]);
    expect(await labels(version)).toEqual(["A bot", "A mixer", "Uniswap"]);
    const asked = [{ chain: "ethereum", address: address.toLowerCase() }];
    expect([...(await knownAmong(db, version, asked)).values()]).toMatchObject([
      { label: "Uniswap", kind: "router", address },
    ]);
    expect((await knownAmong(db, 1, asked)).size).toBe(0);
  });

  test("is revised, and every version keeps what it said", async () => {
    const version = await publishServices({ of: 1, record: { label: "Jared", kind: "mev-bot" } });
    expect(await labels(1)).toEqual(["A bot", "A mixer"]);
    expect(await labels(version)).toEqual(["A mixer", "Jared"]);
    const stored = await storedServices(db, { serviceId: 1 });
    expect(
      stored.map(({ revision, publishedIn, current }) => [revision, publishedIn, current]),
    ).toEqual([
      [1, 1, false],
      [2, version, true],
    ]);
  });

  test("is no service any longer once it is retracted, and is one again when that is undone", async () => {
    const asked = [{ chain: "ethereum", address: ONE }];
    const retracted = await publishServices({
      of: 1,
      record: { retraction: "It is one thief's." },
    });
    expect(await labels(retracted)).toEqual(["A mixer"]);
    expect((await knownAmong(db, retracted, asked)).size).toBe(0);
    expect((await knownAmong(db, 1, asked)).size).toBe(1);
    const again = await publishServices({ of: 1, record: { retraction: null } });
    expect(await labels(again)).toEqual(["A bot", "A mixer"]);
    // The dataset does not bring one back.
    await publishServices({ of: 1, record: { retraction: "It is one thief's." } });
    const knownAddresses = [aKnownAddress({ address: ONE, label: "A bot" })];
    expect(await publish(db, publicationOf({ knownAddresses }), "Again")).toMatchObject({
      version: null,
    });
  });

  test("stands once, however its address is spelt", async () => {
    for (const address of [ONE, ONE.toUpperCase().replace("0X", "0x"), `0X${ONE.slice(2)}`])
      expect(await problemsOf(publishServices({ record: { address } }))).toEqual([TAKEN]);
    expect(await problemsOf(publishServices({ of: 2, record: { address: ONE } }))).toEqual([TAKEN]);
    const fresh = `0x${"4d".repeat(20)}`;
    expect(
      await problemsOf(
        publishServices(
          { record: { address: fresh } },
          { record: { address: fresh.toUpperCase().replace("0X", "0x") } },
        ),
      ),
    ).toEqual([TAKEN]);
    // A retracted one still stands in the list: it is revised, not added again.
    await publishServices({ of: 1, record: { retraction: "It is one thief's." } });
    expect(await problemsOf(publishServices({ record: { address: ONE } }))).toEqual([TAKEN]);
  });

  test("is another one on another chain", async () => {
    const version = await publishServices({ record: { chain: "polygon", label: "Other" } });
    expect(await labels(version)).toEqual(["A bot", "A mixer", "Other"]);
  });

  test("takes the address that another gives up in the same version", async () => {
    const version = await publishServices(
      { of: 1, record: { address: OTHER, label: "A" } },
      { of: 2, record: { address: ONE, label: "B" } },
    );
    const found = await knownAmong(db, version, [{ chain: "ethereum", address: ONE }]);
    expect([...found.values()]).toMatchObject([{ label: "B" }]);
    const third = `0x${"5e".repeat(20)}`;
    const next = await publishServices(
      { of: 1, record: { address: third, label: "A" } },
      { record: { address: OTHER, label: "C" } },
    );
    expect(await labels(next)).toEqual(["A", "B", "C"]);
  });

  test("is not published twice at once", async () => {
    const twice = publishServices(
      { of: 1, record: { label: "A" } },
      { of: 1, record: { label: "B" } },
    );
    expect(await problemsOf(twice)).toEqual([": It is to be published twice at once."]);
  });
});
