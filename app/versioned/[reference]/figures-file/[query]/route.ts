import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { markSuffix, withMark } from "@/lib/site/exports/byte-order-mark";
import { writeCsv } from "@/lib/site/exports/csv";
import { madeFile } from "@/lib/site/exports/file-cache";
import { figuresFileName } from "@/lib/site/exports/file-name";
import { FORMATS } from "@/lib/site/exports/formats";
import { routes } from "@/lib/site/urls/routes";
import { listFigures } from "@/lib/statistics/figures/figure-list-queries";
import { figureNumbers } from "@/lib/statistics/figures/figure-numbers";

interface Segments {
  reference: string;
  query: string;
}

/** The list of published figures as CSV, whole. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.figuresFile.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.figuresFile.destination(file), async () => {
    const { db, version } = await openVersion(segment);
    const rows = await listFigures(db, version.number, file.filters, file.sort);
    const name = `${figuresFileName(file, version.number)}${markSuffix("csv", file.isMarked)}`;
    const csv = withMark(writeCsv(figureNumbers(rows)), file.isMarked);
    return madeFile(csv, FORMATS.csv.type, {
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    });
  });
}
