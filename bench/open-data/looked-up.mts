import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { addressKey } from "@/lib/values/wallets/address-key";
import { StepFailure } from "../../scripts/progress.mjs";
import { type Measurement, measurement } from "../measurement.mjs";
import { inTurn, timed } from "../samples.mjs";
import type { Web } from "../web.mjs";

const ROUNDS = 21;
/** As many as may be looked up at once, half of which the record has. */
const ENTRIES = 1_000;
const KNOWN = ENTRIES / 2;

interface Sample {
  addresses: string[];
  names: string[];
}

/** How long lists take that nobody has looked up before, and ranges of addresses. */
export async function measureLookups(url: string, web: Web): Promise<Measurement[]> {
  const samples = await samplesOf(url);
  const sampleOf = (round: number) => {
    const sample = samples[round];
    if (sample === undefined) throw new StepFailure("the record has too few addresses");
    return sample;
  };
  // Connections and code are ready.
  await lookUp(web, sampleOf(ROUNDS).addresses);
  await lookUp(web, sampleOf(ROUNDS).names);
  const times = await inTurn(ROUNDS, {
    addresses: (round) => timed(() => lookUp(web, sampleOf(round).addresses)),
    names: (round) => timed(() => lookUp(web, sampleOf(round).names)),
    range: (round) => timed(() => range(web, sampleOf(round).addresses[0] ?? "")),
  });
  return [
    measurement("Look-up of 1,000 addresses, half of them there", "ms", times.addresses, {
      atMost: 100,
    }),
    measurement("  of 1,000 names, half of them there", "ms", times.names),
    measurement("  of the range of an address", "ms", times.range),
  ];
}

/** A sample for each round, and one before: those that the record has stand among as many that it has not. */
async function samplesOf(url: string): Promise<Sample[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const some = async (statement: string) => {
      const { rows } = await client.query<{ text: string }>(statement, [(ROUNDS + 1) * KNOWN]);
      return rows.map(({ text }) => text);
    };
    const addresses = await some(
      "SELECT address AS text FROM address GROUP BY 1 ORDER BY md5(address) LIMIT $1",
    );
    const names = await some(
      "SELECT name AS text FROM incident_revision GROUP BY 1 ORDER BY md5(name) LIMIT $1",
    );
    const among = (all: readonly string[], round: number, other: () => string) =>
      all.slice(round * KNOWN, (round + 1) * KNOWN).flatMap((text) => [text, other()]);
    return Array.from({ length: ROUNDS + 1 }, (_, round) => ({
      addresses: among(addresses, round, () => `0x${randomBytes(20).toString("hex")}`),
      names: among(names, round, () => `Nobody ${randomBytes(4).toString("hex")}`),
    }));
  } finally {
    await client.end();
  }
}

/** @throws {StepFailure} where it is not answered, or does not find what is there and nothing else */
async function lookUp(web: Web, entries: readonly string[]): Promise<void> {
  const answer = await fetch(`${web.address}/api/v1/lookup`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ entries }),
  });
  if (answer.status !== 200) throw new StepFailure(`a look-up is answered with ${answer.status}`);
  const { data } = (await answer.json()) as { data: { matches: object[] }[] };
  const found = data.filter(({ matches }) => matches.length > 0).length;
  if (data.length !== ENTRIES || found !== KNOWN)
    throw new StepFailure(`of ${KNOWN} entries that are there, a look-up found ${found}`);
}

async function range(web: Web, address: string): Promise<void> {
  const digest = createHash("sha256").update(addressKey("ethereum", address)).digest("hex");
  const answer = await fetch(`${web.address}/api/v1/addresses/range/${digest.slice(0, 6)}`);
  const { data } = (await answer.json()) as { data: { rest: string }[] };
  if (!data.some(({ rest }) => digest.endsWith(rest)))
    throw new StepFailure(`the range of ${address} does not hold it`);
}
