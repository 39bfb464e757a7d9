import { findingOf, knownOf } from "@/lib/site/assistants/finding";
import { aboutAsked, listShortId } from "@/lib/site/assistants/rule-queries";
import type { RecordAt } from "@/lib/site/assistants/tool-queries";
import { permanentPath } from "@/lib/site/open-data/about";
import type { Asked } from "@/lib/site/open-data/asked";
import type { About, StatAnswer } from "@/lib/site/open-data/shapes/answers";
import { statsAt } from "@/lib/site/open-data/stat-queries";
import { linksFor } from "@/lib/site/urls/links";
import { isAdded } from "@/lib/statistics/changes/number-rule";
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
