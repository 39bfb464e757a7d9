import { answerFile } from "@/app/versioned/answer-file";
import { dataFile } from "@/app/versioned/data-file";
import { openComparison } from "@/app/versioned/open-comparison";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { LICENCE_URL } from "@/lib/site/citations/licence";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { comparisonFileName } from "@/lib/site/exports/file-name";
import { printedUrl } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import type { CompareFileView } from "@/lib/site/urls/routes/compare-routes";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import { compareTable } from "@/lib/statistics/compare/compare-document";

interface Segments {
  reference: string;
  format: string;
  query: string;
}

/** A comparison as data: its rows as CSV, or the same with both rules, version and permanent URL as JSON. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.compareFile.viewIn(segments, reference.version);
  const make = () => fileOf(segment, reference.version, file);
  const destination = routes.compareFile.destination(file);
  return answerFile(request, reference, destination, make, { isQueued: false });
}

async function fileOf(
  segment: string,
  asked: number,
  { view, format }: CompareFileView,
): Promise<MadeFile> {
  const { version, permanent, comparison, names, texts } = await openComparison(segment, view);
  const table = compareTable(comparison);
  const side = (place: "first" | "second") => ({
    label: texts[place],
    rule: describeRule(view[place], names[place].actorName, names[place].targetName),
    days: comparison[place].days,
    isCovered: comparison[place].isCovered,
    largest: comparison[place].largest?.slug ?? null,
    number: printedUrl(permanent.number(view[place])),
  });
  return dataFile(table, format, comparisonFileName(view, asked), {
    title: texts.title,
    sentence: texts.summary,
    first: side("first"),
    second: side("second"),
    version: version.number,
    publishedOn: version.publishedOn,
    coveredThrough: version.coveredThrough,
    url: printedUrl(permanent.compare(view)),
    licence: LICENCE_URL,
  });
}
