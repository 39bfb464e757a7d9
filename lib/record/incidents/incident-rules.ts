import { z } from "zod";
import { conversionProblem, NO_CONVERSION, readConversion } from "@/lib/values/money/conversion";
import { isListedTechnique, techniqueLabel } from "@/lib/values/taxonomy/taxonomy";
import { transactionKey, transactionProblem } from "@/lib/values/wallets/transaction-hash";

/** A rule that spans fields, at the field where it is told. */
export interface BrokenRule {
  path: (string | number)[];
  /** What is wrong and what is allowed, beginning with a verb: the field is its subject. */
  message: string;
}

/** What the rules that span fields look at. */
interface Ruled {
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
  returnedUsd: number | null;
  occurredOn: string | null;
  technique: string | null;
  techniqueDefinition?: string | null;
  lossEstimates: readonly RuledEstimate[];
  returnEstimates: readonly RuledEstimate[];
  dateStatements: readonly { date: string | null; preferred: boolean }[];
  assets: readonly { usd?: number | null | undefined; converted?: string | null }[];
  transactions: readonly { chain: string; hash: string }[];
}

interface RuledEstimate {
  amountUsd: number | null;
  preferred: boolean;
  converted?: string | null;
}

/** Which rules that span fields an incident breaks. */
export function brokenRules(incident: Ruled): BrokenRule[] {
  const { lossUsd, lossUsdLow, lossUsdHigh } = incident;
  const broken: BrokenRule[] = [];
  const problem = (path: string, message: string) => broken.push({ path: [path], message });
  if (lossUsd === null && lossUsdLow !== null && lossUsdHigh !== null && lossUsdLow >= lossUsdHigh)
    problem(
      "lossUsdHigh",
      lossUsdLow === lossUsdHigh
        ? `must be above the lowest (${lossUsdLow}), or both be left empty and the best estimate given`
        : `must be above the lowest (${lossUsdLow})`,
    );
  if (lossUsd !== null && lossUsdLow !== null && lossUsdLow > lossUsd)
    problem("lossUsdLow", `must not be above the best estimate (${lossUsd})`);
  if (lossUsd !== null && lossUsdHigh !== null && lossUsdHigh < lossUsd)
    problem("lossUsdHigh", `must not be below the best estimate (${lossUsd})`);
  // Told at each that is one too many.
  const onlyOne = (list: string, said: readonly { preferred: boolean }[]) => {
    const [first = 0, ...more] = said.flatMap(({ preferred }, index) => (preferred ? [index] : []));
    for (const index of more)
      broken.push({
        path: [list, index, "preferred"],
        message: `can be one of the list only: number ${first + 1} is it already`,
      });
  };
  const loss = onePreferred(incident.lossEstimates);
  if (loss === "several") onlyOne("lossEstimates", incident.lossEstimates);
  else if (loss !== null && loss.amountUsd !== lossUsd)
    problem("lossUsd", `must be the amount of the estimate that is followed (${loss.amountUsd})`);
  const returned = onePreferred(incident.returnEstimates);
  if (returned === "several") onlyOne("returnEstimates", incident.returnEstimates);
  else if (returned !== null && returned.amountUsd !== incident.returnedUsd)
    problem(
      "returnedUsd",
      `must be the amount of the estimate that is followed (${returned.amountUsd})`,
    );
  for (const list of ["lossEstimates", "returnEstimates"] as const)
    for (const [index, { amountUsd, converted }] of incident[list].entries()) {
      if (converted === null || converted === undefined) continue;
      if (readConversion(converted) === null)
        broken.push({ path: [list, index, "converted"], message: NO_CONVERSION });
      const wrong = amountUsd === null ? null : conversionProblem(amountUsd, converted);
      if (wrong !== null) broken.push({ path: [list, index, "amountUsd"], message: wrong });
    }
  const { technique, techniqueDefinition } = incident;
  const isSaid = (techniqueDefinition ?? null) !== null;
  if (isSaid && technique !== null && isListedTechnique(technique))
    problem(
      "techniqueDefinition",
      `must be left empty: what “${techniqueLabel(technique)}” means is fixed, and only a technique that the list lacks can be defined here`,
    );
  for (const [index, { usd, converted }] of incident.assets.entries()) {
    if (converted === null || converted === undefined) continue;
    if (readConversion(converted) === null)
      broken.push({ path: ["assets", index, "converted"], message: NO_CONVERSION });
    // What is proved has to be said; what cannot be read says nothing yet.
    const wrong = usd === undefined ? null : conversionProblem(usd, converted);
    if (wrong !== null) broken.push({ path: ["assets", index, "usd"], message: wrong });
  }
  const date = onePreferred(incident.dateStatements);
  if (date === "several") onlyOne("dateStatements", incident.dateStatements);
  else if (date !== null && date.date !== incident.occurredOn)
    problem("occurredOn", `must be the date of the statement that is followed (${date.date})`);
  const keys = new Map<string, number>();
  for (const [index, { chain, hash }] of incident.transactions.entries()) {
    if (chain === "" || hash === "") continue;
    const path = ["transactions", index, "hash"];
    const wrong = transactionProblem(chain, hash);
    if (wrong !== null) broken.push({ path, message: wrong });
    // One that was signed for no chain can be replayed on another, and both are the theft's.
    const key = `${chain} ${transactionKey(chain, hash)}`;
    if (keys.has(key))
      broken.push({
        path,
        message: `stands already as number ${(keys.get(key) ?? 0) + 1} of the list`,
      });
    keys.set(key, index);
  }
  return broken;
}

/** The statement that the record follows; null where it follows none. */
function onePreferred<Said extends { preferred: boolean }>(
  list: readonly Said[],
): Said | "several" | null {
  const [first = null, ...others] = list.filter(({ preferred }) => preferred);
  return others.length > 0 ? "several" : first;
}

const amount = z.number().nullable().catch(null);
const text = z.string().nullable().catch(null);
const preferred = z.boolean().catch(false);
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).catch([]);
const unfinished = z.object({
  lossUsd: amount,
  lossUsdLow: amount,
  lossUsdHigh: amount,
  returnedUsd: amount,
  occurredOn: text,
  technique: text,
  techniqueDefinition: text,
  lossEstimates: rows(z.object({ amountUsd: amount, preferred, converted: text })),
  returnEstimates: rows(z.object({ amountUsd: amount, preferred, converted: text })),
  dateStatements: rows(z.object({ date: text, preferred })),
  assets: rows(
    z.object({ usd: z.number().nullable().optional().catch(undefined), converted: text }),
  ),
  transactions: rows(z.object({ chain: z.string().catch(""), hash: z.string().catch("") })),
});

/**
 * The same of an incident that is not finished: what it says already is told at once, and not only when all else is
 * right. What could not be read breaks nothing.
 */
export function brokenSoFar(record: Readonly<Record<string, unknown>>): BrokenRule[] {
  // Bounds are in order around a best estimate or without one: which of both is not known where it cannot be read.
  const bounds = record.lossUsd === undefined ? { lossUsdLow: null, lossUsdHigh: null } : {};
  return brokenRules({ ...unfinished.parse(record), ...bounds });
}
