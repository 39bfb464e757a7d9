import { aboutAsked, listShortId } from "@/lib/site/assistants/rule-queries";
import type { RecordAt } from "@/lib/site/assistants/tool-queries";
import { permanentPath } from "@/lib/site/open-data/about";
import type { Asked } from "@/lib/site/open-data/asked";
import type { About, StatAnswer } from "@/lib/site/open-data/shapes/answers";
import { statsAt } from "@/lib/site/open-data/stat-queries";
import { linksFor } from "@/lib/site/urls/links";
import { numberText } from "@/lib/statistics/changes/amount-text";
import { isAdded } from "@/lib/statistics/changes/number-rule";
import { knownAmountOf } from "@/lib/statistics/numbers/number";
import { isNumber } from "@/lib/statistics/numbers/number-view";
import { toldNumber } from "@/lib/statistics/numbers/told-number-queries";

/** What a rule comes to, as the interface answers it, and in words. */
export interface Counted {
  finding: string;
  about: About;
  sum: { incidents: number; unknown: number; amount: number };
  /** Null, which is not zero, where of none of its incidents an amount is known. */
  known: number | null;
  rows: StatAnswer[];
  /** Where it stands for ever: a number's own page, else the interface's answer. */
  url: string;
  /** Of the list of the incidents counted. */
  shortId: string | null;
}

/** What is asked of `/api/v1/stats`, and the sentence of the page about the same number. */
export async function countedAt(at: RecordAt, asked: Asked): Promise<Counted> {
  const { db, version, origin } = at;
  const { filters, measure, estimate, dollars } = asked;
  const isOfPage = isAdded(measure) && dollars === null && isNumber(filters);
  const [about, { sum, rows }, told] = await Promise.all([
    aboutAsked(at, asked),
    statsAt(db, version.number, asked),
    isOfPage ? toldNumber(db, version, { filters, measure, estimate }) : null,
  ]);
  const known = knownOf(sum);
  const links = linksFor({ version: version.number, pinned: true });
  const page = isOfPage ? links.number({ filters, measure, estimate }) : permanentPath(asked);
  return {
    finding: told?.sentences.short ?? findingOf(asked, about, { sum, known }),
    about,
    sum,
    known,
    rows,
    url: `${origin}${page}`,
    shortId: listShortId(version.number, filters),
  };
}

/** What a sum of the interface comes to; null, which is not zero, where of none of its incidents an amount is known. */
export function knownOf({ incidents, unknown, amount }: Counted["sum"]): number | null {
  return knownAmountOf({ incidents, unknownSize: unknown, amount });
}

/** Of what has no page of its own. */
function findingOf(
  { measure }: Asked,
  { rule_in_words }: About,
  { sum: { incidents, unknown }, known }: Pick<Counted, "sum" | "known">,
): string {
  const of = `${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`;
  const left =
    unknown === 0 || measure === "count"
      ? ""
      : `; ${unknown.toLocaleString("en-GB")} of these ${unknown === 1 ? "is" : "are"} of unknown size and counted in no sum`;
  if (incidents === 0) return `${rule_in_words}: Lossline has none on record`;
  if (measure === "count") return `${rule_in_words}: ${of} on record`;
  if (known === null) return `${rule_in_words}: of unknown size, in ${of}`;
  return `${rule_in_words}: ${numberText(measure, known)} in ${of}${left}`;
}
