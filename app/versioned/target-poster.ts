import { notFound } from "next/navigation";
import type { OpenVersion } from "@/app/versioned/open-version";
import type { NumberPoster } from "@/components/publish/number-poster";
import { findTarget } from "@/lib/record/targets/target-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { printedUrl } from "@/lib/site/urls/public-url";
import { sourceText } from "@/lib/statistics/charts/text/chart-text";
import { targetPosterText } from "@/lib/statistics/targets/target-picture-text";
import { targetRecord } from "@/lib/statistics/targets/target-record-queries";

/** What the picture of a target says. */
export async function targetPoster(
  { db, version, permanent }: OpenVersion,
  slug: string,
): Promise<NumberPoster> {
  const target = await findTarget(db, version.number, slug);
  if (target === null) notFound();
  const record = await targetRecord(db, version.number, target);
  return {
    ...targetPosterText(target, record),
    source: sourceText(version.number),
    address: printedUrl(permanent.target(slug)),
    asOf: asOfVersion(version),
    shortId: null,
  };
}
