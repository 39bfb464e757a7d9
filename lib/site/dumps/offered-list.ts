import type { Version } from "@/lib/record/versions/version";
import { dumpsFolder } from "@/lib/site/dumps/dumps-folder";
import { type OfferedDump, offeredDump } from "@/lib/site/dumps/offered-dumps";

/** Dumps that are looked for: each is a file that is asked for. */
const LOOKED_AT = 200;

/** The dumps that are offered of a version and those before it, the newest first. */
export async function offeredThrough({
  number,
  withholdings,
}: Pick<Version, "number" | "withholdings">): Promise<OfferedDump[]> {
  const numbers = Array.from({ length: Math.min(number, LOOKED_AT) }, (_, at) => number - at);
  const dumps = await Promise.all(
    numbers.map((each) => offeredDump({ number: each, withholdings }, dumpsFolder())),
  );
  return dumps.filter((dump) => dump !== null);
}
