import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { ECB } from "@/lib/desk/rates/exchange-rate";
import { fetchRates } from "@/lib/desk/rates/fetch-rates-command";
import { rateOn, ratesThrough } from "@/lib/desk/rates/rate-queries";
import { readRatesFile } from "@/lib/desk/rates/read-rates-file";
import { storeRates } from "@/lib/desk/rates/store-rates-command";
import { testDatabase } from "@/testing/database";
import { outsideStub } from "@/testing/outside-stub";
import { aPerson } from "@/testing/proposals";

// 2021-04-02 was Good Friday: from then to Easter Monday nothing was published.
const CSV = `Date,USD,KRW,INR,
2021-04-07,1.1884,1327.19,N/A,
2021-04-06,1.1812,1324.62,86.6505,
2021-04-01,1.1746,1326.99,85.9535,
`;

let db: Database;
let stub: Awaited<ReturnType<typeof outsideStub>>;
let answer: { status: number; body: Uint8Array };
beforeAll(async () => {
  stub = await outsideStub((_request, response) => {
    response.writeHead(answer.status, { "Content-Type": "application/zip" });
    response.end(answer.body);
  }, true);
});
afterAll(() => stub.stop());
beforeEach(async () => {
  ({ db } = await testDatabase());
  answer = { status: 200, body: zipSync({ "eurofxref-hist.csv": strToU8(CSV) }) };
});

const stored = (csv: string) => storeRates(db, readRatesFile(strToU8(csv)));

test("a day has its own rate, and one without has the last before it, said as such", async () => {
  expect(await stored(CSV)).toBe(8);
  expect(await ratesThrough(db)).toBe("2021-04-07");
  expect(await rateOn(db, "EUR", "2021-04-07")).toEqual({
    currency: "EUR",
    rate: "1.1884",
    on: "2021-04-07",
    from: null,
    source: ECB.name,
    url: ECB.page,
  });
  expect(await rateOn(db, "EUR", "2021-04-05")).toMatchObject({ rate: "1.1746", on: "2021-04-01" });
  expect(await rateOn(db, "KRW", "2021-04-06")).toMatchObject({
    rate: "0.00089172744",
    from: "1.1812 US dollars and 1324.62 KRW for a euro",
  });
  // Of a day on which it alone has none, the last day that has both counts.
  expect(await rateOn(db, "INR", "2021-04-07")).toMatchObject({ on: "2021-04-06" });
});

test("nothing is said where no rate within a week is held", async () => {
  expect(await rateOn(db, "EUR", "2021-04-07")).toBeNull();
  expect(await ratesThrough(db)).toBeNull();
  await stored(CSV);
  expect(await rateOn(db, "EUR", "2021-03-31")).toBeNull();
  expect(await rateOn(db, "EUR", "2021-04-14")).not.toBeNull();
  expect(await rateOn(db, "EUR", "2021-04-15")).toBeNull();
  expect(await rateOn(db, "VND", "2021-04-07")).toBeNull();
});

test("what is stored again is no second one, and what is corrected is replaced", async () => {
  await stored(CSV);
  expect(await stored(CSV)).toBe(0);
  expect(await stored("Date,USD\n2021-04-07,1.1885")).toBe(1);
  expect(await rateOn(db, "EUR", "2021-04-07")).toMatchObject({ rate: "1.1885" });
});

test("the bank’s own file is fetched when it is asked for, and no other", async () => {
  const eva = await aPerson(db, "Eva");
  expect(await fetchRates(db, eva, {}, stub.outside)).toEqual({ stored: 8 });
  expect(stub.asked.at(-1)).toBe("GET www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip");
  expect(await rateOn(db, "EUR", "2021-04-07")).toMatchObject({ rate: "1.1884" });
  expect(await db.auditEntry.findFirst({ where: { subject: "exchange rates" } })).not.toBeNull();
});

test.each([
  [503, strToU8("Away"), "answered 503 instead of its rates"],
  [200, strToU8("<html>Hello</html>"), "no file of the European Central Bank’s"],
  [200, new Uint8Array([0x50, 0x4b, 3, 4, 9]), "must hold one CSV file"],
])("an answer of %d that is no file of rates leaves what is held", async (status, body, said) => {
  const eva = await aPerson(db, "Eva");
  await stored(CSV);
  answer = { status, body };
  expect(await fetchRates(db, eva, {}, stub.outside)).toEqual({
    refused: expect.stringContaining(said),
  });
  expect(await rateOn(db, "EUR", "2021-04-07")).toMatchObject({ rate: "1.1884" });
});

test("nobody fetches them again and again", async () => {
  const eva = await aPerson(db, "Eva");
  for (let times = 0; times < 6; times++)
    expect(await fetchRates(db, eva, {}, stub.outside)).toHaveProperty("stored");
  const asked = stub.asked.length;
  expect(await fetchRates(db, eva, {}, stub.outside)).toEqual({
    refused: expect.stringContaining("fetched several times within an hour"),
  });
  expect(stub.asked).toHaveLength(asked);
});
