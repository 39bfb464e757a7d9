import { openVersion } from "@/app/versioned/open-version";
import { routes } from "@/lib/site/urls/routes";
import { changeText, numberText } from "@/lib/statistics/changes/amount-text";
import { numberAt } from "@/lib/statistics/changes/change-queries";
import { hasMoved } from "@/lib/statistics/changes/move-queries";
import type { Moved } from "@/lib/statistics/changes/moved";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each answer is made when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ reference: string; query: string }> };

export async function GET(_: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { db, version, newest } = await openVersion(reference);
  const { version: from, rule } = routes.moved.viewIn(segments, version.number);
  const [before, after] = await Promise.all([
    numberAt(db, from, rule),
    numberAt(db, version.number, rule),
  ]);
  return Response.json({
    version: from,
    newest: version.number,
    moved: hasMoved(before, after),
    amount: before.amount,
    newestAmount: after.amount,
    words: {
      newest: numberText(rule.measure, after.amount),
      change: changeText(rule.measure, after.amount - before.amount),
    },
    changes: newest.changes({ from, to: version.number, rule }),
  } satisfies Moved);
}
