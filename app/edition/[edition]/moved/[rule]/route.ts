import { openEdition, viewOf } from "@/app/edition/open-edition";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/urls/page-address";
import { changeInWords, figureInWords } from "@/lib/statistics/changes/amount-words";
import { figureAt } from "@/lib/statistics/changes/change-queries";
import { readCitedFigure } from "@/lib/statistics/changes/changes-view";
import { hasMoved } from "@/lib/statistics/changes/move-queries";
import type { Moved } from "@/lib/statistics/changes/moved";
import { today } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each answer is made when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ edition: string; rule: string }> };

export async function GET(_: Request, { params }: Context) {
  const { edition, rule: segment } = await params;
  const { db, version, newest } = await openEdition(edition);
  const { version: from, rule } = viewOf(
    readCitedFigure(readRuleSegment(segmentAsWritten(segment)), version.number, today()),
  );
  const [before, after] = await Promise.all([
    figureAt(db, from, rule),
    figureAt(db, version.number, rule),
  ]);
  return Response.json({
    version: from,
    newest: version.number,
    moved: hasMoved(before, after),
    amount: before.amount,
    newestAmount: after.amount,
    words: {
      newest: figureInWords(rule.measure, after.amount),
      change: changeInWords(rule.measure, after.amount - before.amount),
    },
    changes: newest.changes({ from, to: version.number, rule }),
  } satisfies Moved);
}
