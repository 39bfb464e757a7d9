import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { incidentUrls } from "@/lib/site/exchange/incident-urls";
import { snapshotAt } from "@/lib/site/exchange/snapshot-queries";
import { differenceBundle } from "@/lib/site/exchange/stix/bundle";
import { madeFile } from "@/lib/site/exports/file-cache";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** What changed since a version, as STIX 2.1. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.stixChanges.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.stixChanges.destination(view), async (origin) => {
    const { db, version } = await openVersion(segment);
    const before = await snapshotAt(db, view.from);
    const after = await snapshotAt(db, version.number);
    const bundle = differenceBundle(before, after, incidentUrls(origin));
    return madeFile(
      `${JSON.stringify(bundle)}\n`,
      "application/stix+json;version=2.1; charset=utf-8",
    );
  });
}
