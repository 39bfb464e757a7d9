import { createHash } from "node:crypto";
import type { z } from "zod";
import { type LookupAnswer, rangeShape } from "@/command-line/commands/lookup-parts";
import { asQuery } from "@/command-line/commands/year";
import type { Server } from "@/command-line/server";
import { askedAddress } from "@/lib/statistics/search/asked-address";

/** How much of a digest the server is told: one of 16,777,216 parts, in each of which any address may be. */
const TOLD_DIGITS = 6;

type Range = z.infer<typeof rangeShape>;

/**
 * Looks addresses up without telling which: the server is asked for all whose digest begins with the same six digits, and
 * which of them it is stays here. What is no whole address is not asked for at all.
 */
export async function lookedUpPrivately(
  server: Server,
  entries: readonly string[],
  version: string | null,
): Promise<LookupAnswer> {
  const ranges = new Map<string, Range>();
  let pinned = version;
  const rangeOf = async (digits: string): Promise<Range> => {
    const known = ranges.get(digits);
    if (known !== undefined) return known;
    const query = asQuery(new URLSearchParams(pinned === null ? {} : { version: pinned }));
    const { answer } = await server.json(`/api/v1/addresses/range/${digits}${query}`, rangeShape);
    ranges.set(digits, answer);
    pinned = String(answer.version);
    return answer;
  };
  const data: LookupAnswer["data"] = [];
  for (const given of entries) {
    const keys = askedAddress(given)?.addressKeys ?? [];
    const found: Range["data"] = [];
    for (const key of keys) {
      const digest = createHash("sha256").update(key).digest("hex");
      const { data: within } = await rangeOf(digest.slice(0, TOLD_DIGITS));
      found.push(...within.filter(({ rest }) => rest === digest.slice(TOLD_DIGITS)));
    }
    data.push({ given, ...saidOf(keys.length > 0, found) });
  }
  const [any] = ranges.values();
  return {
    version: any?.version ?? 0,
    caveat: any?.caveat ?? CAVEAT,
    data,
  };
}

const CAVEAT =
  "An address that is not named may be a thief’s all the same; one that many use is no evidence of a common thief.";

function saidOf(isAddress: boolean, found: Range["data"]) {
  const [first] = found;
  return {
    read_as: isAddress ? "address" : null,
    result: !isAddress
      ? "not asked: no whole address, and only these are looked up without being named"
      : first === undefined
        ? "not in the record"
        : first.known_as === null
          ? "in the record"
          : `${first.known_as}: used by many, no evidence of a common thief`,
    text: first?.text ?? null,
    chains: [...new Set(found.flatMap(({ chains }) => chains))],
    known_as: first?.known_as ?? null,
    matches: found.flatMap(({ matches }) => matches),
  };
}
