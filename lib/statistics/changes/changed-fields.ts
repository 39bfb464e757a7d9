import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { ChangedIncident, IncidentState } from "@/lib/statistics/changes/changes";
import { dateInShort } from "@/lib/values/dates/day";
import { lossText, lossTextExact } from "@/lib/values/money/loss-text";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { basisLabel, chainLabel, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/** A field that two versions tell differently. */
export interface ChangedField {
  label: string;
  /** In words; null where there was or is none. Both null where only that it changed is told. */
  before: string | null;
  after: string | null;
}

/** Amounts that read alike are written out, so that a reader sees the difference. */
function amounts(before: number | null, after: number | null): [string, string] {
  const short: [string, string] = [formatUsd(before), formatUsd(after)];
  return short[0] === short[1] ? [formatUsdExact(before), formatUsdExact(after)] : short;
}

/** The loss as each version knows it, by its best estimate or by a bound. */
function lossChange(before: IncidentState, after: IncidentState): ChangedField[] {
  if (lossTextExact(before) === lossTextExact(after) && before.lossUsd === after.lossUsd) return [];
  const isShort = lossText(before) !== lossText(after);
  const text = isShort ? lossText : lossTextExact;
  return [{ label: "Loss", before: text(before), after: text(after) }];
}

const WORDS: [label: string, word: (state: IncidentState) => string][] = [
  ["Name", (state) => state.name],
  ["Target", (state) => state.target],
  ["Date", (state) => dateInShort(state.occurredOn)],
  ["Category", (state) => termLabel(state.category)],
  ["Technique", (state) => techniqueLabel(state.technique)],
  ["Kind of target", (state) => termLabel(state.targetKind)],
  ["Chains", (state) => state.chains.map(chainLabel).join(", ") || "none"],
];

const AMOUNTS: [label: string, amount: (state: IncidentState) => number | null][] = [
  ["Low estimate", (state) => state.lossUsdLow],
  ["High estimate", (state) => state.lossUsdHigh],
  ["Returned", (state) => state.returnedUsd],
];

const DIGESTS: Record<keyof IncidentState["digests"], string> = {
  summary: "Summary",
  techniqueDefinition: "Definition of the technique",
  lossEstimates: "Who says how much was lost",
  returnEstimates: "Who says how much came back",
  dateStatements: "Who says when it happened",
  assets: "Assets",
  addresses: "Addresses",
  transactions: "Transactions",
  identifiers: "Identifiers",
  sources: "Sources",
};

/** Each statement about who did it. */
function statements({ attributions }: IncidentState): string[] {
  return attributions.map(({ actor, by, confidence, basis }) => {
    const ground = basis === null ? null : basisLabel(basis);
    const said = [legalStatusText(actor), confidence, ground, `by ${by}`].filter(
      (text) => text !== null,
    );
    return `${actor.name} (${said.join(", ")})`;
  });
}

/** The attributions that one of two versions tells and the other does not. */
function attributionChange(before: IncidentState, after: IncidentState): ChangedField[] {
  const [was, is] = [statements(before), statements(after)];
  const gone = was.filter((statement) => !is.includes(statement));
  const added = is.filter((statement) => !was.includes(statement));
  if (gone.length + added.length === 0) return [];
  const text = (list: string[]) => (list.length === 0 ? null : list.join("; "));
  return [{ label: "Attributions", before: text(gone), after: text(added) }];
}

/** Which fields of an incident two versions tell differently; none where either does not hold it. */
export function changedFields({ before, after }: ChangedIncident): ChangedField[] {
  if (before === null || after === null) return [];
  const fields: ChangedField[] = lossChange(before, after);
  const amountsChanged = AMOUNTS.flatMap(([label, amount]) => {
    const [was, is] = [amount(before), amount(after)];
    if (was === is) return [];
    const text = amounts(was, is);
    return [{ label, before: text[0], after: text[1] }];
  });
  fields.push(...amountsChanged);
  for (const [label, word] of WORDS) {
    if (word(before) !== word(after)) {
      fields.push({ label, before: word(before), after: word(after) });
    }
  }
  fields.push(...attributionChange(before, after));
  for (const name of Object.keys(DIGESTS) as (keyof typeof DIGESTS)[]) {
    if (before.digests[name] !== after.digests[name]) {
      fields.push({ label: DIGESTS[name], before: null, after: null });
    }
  }
  return fields;
}
