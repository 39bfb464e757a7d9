import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import { routes } from "@/lib/site/urls/routes";
import { changeText, numberText } from "@/lib/statistics/changes/amount-text";
import { numberAt } from "@/lib/statistics/changes/change-queries";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import { hasMoved } from "@/lib/statistics/changes/move-queries";
import type { Moved } from "@/lib/statistics/changes/moved";

type Context = { params: Promise<{ reference: string; query: string }> };

/** Whether a cited number has moved since, as data. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const cited = routes.moved.viewIn(segments, reference.version);
  const make = async () =>
    madeFile(JSON.stringify(await movedSince(segment, cited)), FORMATS.json.type);
  const destination = routes.moved.destination(cited);
  return answerFile(request, reference, destination, make, { isQueued: false });
}

async function movedSince(segment: string, { version: from, rule }: CitedNumber): Promise<Moved> {
  const { db, version, newest } = await openVersion(segment);
  const [before, after] = await Promise.all([
    numberAt(db, from, rule),
    numberAt(db, version.number, rule),
  ]);
  return {
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
  };
}
