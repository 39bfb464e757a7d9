import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { addressesInRange, lookUpEntries } from "@/lib/site/open-data/lookup-queries";
import { lookedUpShape, rangedAddressShape } from "@/lib/site/open-data/shapes/lookup";
import { lookUp } from "@/lib/statistics/search/lookup-queries";
import { addressKey } from "@/lib/values/wallets/address-key";
import { actor, attributedTo, incident, withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aKnownAddress, aTarget, publicationOf } from "@/testing/records";

const THIEF = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
const MIXER = "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359";
const BITCOIN = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";
const HASH = `0x${"3c".repeat(32)}`;
const SAID = "https://example.org/addresses";

async function publishSome(db: Database) {
  await publish(
    db,
    {
      actors: [{ ...actor("river-group"), name: "River Group", aliases: ["Río Nuevo"] }],
      targets: [
        aTarget({ slug: "signs", name: "%%%" }),
        aTarget({
          slug: "harbour",
          name: "Harbour.Exchange",
          aliases: ["HX"],
          formerly: ["Port Exchange"],
        }),
      ],
      incidents: [
        incident("harbour-2023", {
          name: "Harbour hot-wallet theft",
          target: "Harbour.Exchange",
          attributions: [attributedTo("river-group")],
          addresses: [
            { chain: "ethereum", address: THIEF, role: "attacker", source: SAID },
            { chain: "ethereum", address: MIXER, role: "laundering", source: SAID },
          ],
          transactions: [{ chain: "ethereum", hash: HASH, role: "attack", source: SAID }],
        }),
        incident("pier-2023", {
          addresses: [
            { chain: "polygon", address: THIEF, role: "laundering", source: SAID },
            { chain: "bitcoin", address: BITCOIN, role: "victim", source: SAID },
          ],
        }),
      ],
      figures: [],
      knownAddresses: [aKnownAddress({ chain: "ethereum", address: MIXER, label: "A mixer" })],
      coverage: [],
    },
    "First",
  );
}

test("entries of every kind are answered in their order, with role, source and who said who did it", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  const entries = [
    "nobody at all",
    `0x${THIEF.slice(2).toUpperCase()}`,
    `https://etherscan.io/tx/${HASH}`,
    "https://www.example.org/report/?utm_source=x",
    "rio nuevo",
    "PORT EXCHANGE",
    "harbour exchange",
    "Harbour Hot Wallet Theft",
    MIXER,
    "0x5aae…eaed",
    "0x1234",
    "",
    "%%%",
    "a\u0000b",
    `0x${"0".repeat(39)}1`,
    THIEF,
  ];
  const found = await lookUpEntries(db, 1, entries);
  if (found === null) throw new Error("too much");
  expect(found.map(({ given }) => given)).toEqual(entries);
  for (const each of found) lookedUpShape.strict().parse(each);
  const said = found.map(({ read_as, known_as, matches }) => [
    read_as,
    known_as,
    matches.map(({ kind, slug, found_by, role }) => [kind, slug, found_by, role].join(" ")),
  ]);
  const thief = ["incident harbour-2023 address attacker", "incident pier-2023 address laundering"];
  expect(said).toEqual([
    ["name", null, []],
    ["address", null, thief],
    ["transaction", null, ["incident harbour-2023 transaction attack"]],
    ["link", null, ["incident harbour-2023 link ", "incident pier-2023 link "]],
    ["name", null, ["actor river-group alias "]],
    ["name", null, ["target harbour former_name "]],
    ["name", null, ["target harbour name "]],
    ["name", null, ["incident harbour-2023 name "]],
    ["address", "A mixer", ["incident harbour-2023 address laundering"]],
    [null, null, []],
    [null, null, []],
    [null, null, []],
    ["name", null, ["target signs name "]],
    ["name", null, []],
    ["address", null, []],
    ["address", null, thief],
  ]);
  expect(found[1]?.chains).toEqual(["ethereum", "polygon"]);
  expect(found[1]?.matches[0]).toMatchObject({
    source: SAID,
    found_text: THIEF,
    chain: "ethereum",
  });
  expect(found[1]?.matches[0]?.attributions).toMatchObject([
    { by: "Example", confidence: "suspected" },
  ]);
  expect(found[1]?.matches[0]?.actors).toMatchObject([{ slug: "river-group", legal_status: null }]);
  expect(found[8]?.result).toContain("no evidence of a common thief");
});

test("a look-up says what its version says: what was merged is found where it went, and what was retracted nowhere", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  await withdraw(db, "pier-2023", { mergedInto: "harbour-2023" });
  await withdraw(db, "harbour-2023", { retraction: "No theft." });
  const at = async (version: number, ...entries: string[]) =>
    (await lookUpEntries(db, version, entries))?.map(({ matches }) =>
      matches.map(({ slug }) => slug),
    );
  expect(await at(1, "theft from pier-2023", BITCOIN)).toEqual([["pier-2023"], ["pier-2023"]]);
  expect(await at(2, "theft from pier-2023", BITCOIN)).toEqual([["harbour-2023"], []]);
  expect(await at(3, "theft from pier-2023", THIEF, "HX")).toEqual([[], [], ["harbour"]]);
});

test("a range holds every address whose digest begins so, and whoever checks one need not say which", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  for (const [chain, address, roles] of [
    ["ethereum", THIEF, ["attacker", "laundering"]],
    ["bitcoin", BITCOIN, ["victim"]],
    ["ethereum", MIXER, ["laundering"]],
  ] as const) {
    const key = addressKey(chain, address);
    const digest = createHash("sha256").update(key).digest("hex");
    const found = await addressesInRange(db, 1, digest.slice(0, 6));
    for (const each of found) rangedAddressShape.strict().parse(each);
    const own = found.find(({ rest }) => rest === digest.slice(6));
    expect(own).toMatchObject({ key, known_as: address === MIXER ? "A mixer" : null });
    expect(own?.matches.map(({ role }) => role)).toEqual(roles);
  }
  expect(await addressesInRange(db, 1, "000000")).toEqual([]);
});

test("a list that is named more often than an answer can hold is refused as a whole", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  const link = "https://example.org/report";
  expect(await lookUpEntries(db, 1, Array(10_000).fill(link))).toHaveLength(10_000);
  expect(await lookUpEntries(db, 1, Array(10_001).fill(link))).toBeNull();
});

test("an address of a chain whose addresses are not known, or that was copied wrongly, is found by its bare text", async () => {
  const { db } = await testDatabase();
  const given = [
    // What no format reads: of chains that are known by name alone, and one whose checksum is wrong.
    { chain: "xdag", address: "9Gq2kadZvLpXhjzFXwCUmtZcHszju6Q81" },
    { chain: "qtum", address: "QZ7fMmm3kadZvLpXhjzFXwCUmtZcHszju6" },
    { chain: "bitcoin", address: BITCOIN.replace(/T$/, "U") },
  ];
  const addresses = given.map((each) => ({ ...each, role: "attacker" as const, source: SAID }));
  await publish(db, publicationOf({ incidents: [incident("quay-2024", { addresses })] }), "First");
  const texts = given.map(({ address }) => address);
  const found = await lookUpEntries(db, 1, texts);
  expect(found?.map(({ read_as }) => read_as)).toEqual(["address", "address", "address"]);
  for (const [place, text] of texts.entries()) {
    expect(JSON.stringify(found?.[place])).toContain("quay-2024");
    expect((await lookUp(db, 1, [text]))[0]?.incidents.map(({ slug }) => slug)).toEqual([
      "quay-2024",
    ]);
  }
  // Letter case tells such addresses apart: another is not found.
  expect(JSON.stringify(await lookUpEntries(db, 1, [texts[0]?.toLowerCase() ?? ""]))).not.toContain(
    "quay-2024",
  );
});

test("accounts and transactions that no chain's name stands before are found by their bare text", async () => {
  const { db } = await testDatabase();
  const digits = "7c3aed15".repeat(8);
  const signature =
    "4mR5xTqLwZ2nVb8cKdJfGhYpWsEuXaC3vBnMtQrSyHjNkPzDo7L9iU1eF6gA8wVbT2xRqJcYdZsKfHmPnWuGvE5";
  const addresses = [
    { chain: "kadena", address: `k:${digits}`, role: "attacker" as const, source: SAID },
  ];
  const transactions = [
    { chain: "solana", hash: signature, role: "attack" as const, source: SAID },
    {
      chain: "near",
      hash: "7sGqk4uXy2ZJmVtRNcEwHb8PdLaoQzF5KhT9rC3BvWxM",
      role: "attack" as const,
      source: SAID,
    },
  ];
  const quay = incident("quay-2024", { addresses, transactions });
  await publish(db, publicationOf({ incidents: [quay] }), "First");
  const given = [
    `k:${digits}`,
    digits,
    `kadena:k:${digits}`,
    ...transactions.map(({ hash }) => hash),
  ];
  const found = await lookUpEntries(db, 1, given);
  expect(found?.map(({ read_as }) => read_as)).toEqual([
    ...["address", "address", "address"],
    ...["transaction", "transaction"],
  ]);
  for (const one of found ?? []) expect(one.matches).toHaveLength(1);
  for (const one of await lookUp(db, 1, given)) expect(one.incidents).toHaveLength(1);
  // What the record has not is told as what it looks like.
  const [other, sent] =
    (await lookUpEntries(db, 1, ["ab".repeat(32), signature.replace("4mR5", "4mR6")])) ?? [];
  expect([other?.read_as, sent?.read_as]).toEqual(["transaction", "transaction"]);
  expect([other?.text, sent?.text]).toEqual([null, null]);
});
