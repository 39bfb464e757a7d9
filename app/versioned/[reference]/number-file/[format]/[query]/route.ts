import { answerFile } from "@/app/versioned/answer-file";
import { dataFile } from "@/app/versioned/data-file";
import { openNumber } from "@/app/versioned/open-number";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { LICENCE_URL } from "@/lib/site/citations/licence";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { numberFileName } from "@/lib/site/exports/file-name";
import { printedUrl } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import type { NumberFileView } from "@/lib/site/urls/routes/number-routes";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import { numberTable } from "@/lib/statistics/numbers/number-document";

interface Segments {
  reference: string;
  format: string;
  query: string;
}

/** A number as data: its rows as CSV, or the same with sentence, rule, version and permanent URL as JSON. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.numberFile.viewIn(segments, reference.version);
  const make = () => fileOf(segment, reference.version, file);
  const destination = routes.numberFile.destination(file);
  return answerFile(request, reference, destination, make, { isQueued: false });
}

async function fileOf(
  segment: string,
  asked: number,
  { rule, format }: NumberFileView,
): Promise<MadeFile> {
  const { version, permanent, number, names, sentences } = await openNumber(segment, rule);
  const table = numberTable(number);
  const { title, short, full } = sentences;
  return dataFile(table, format, numberFileName(rule, asked), {
    title,
    sentence: short,
    caption: full,
    rule: describeRule(rule, names.actorName, names.targetName),
    days: number.days,
    version: version.number,
    publishedOn: version.publishedOn,
    coveredThrough: version.coveredThrough,
    url: printedUrl(permanent.number(rule)),
    licence: LICENCE_URL,
  });
}
