import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { writeCsv } from "@/lib/site/exports/csv";
import { madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import { routes } from "@/lib/site/urls/routes";
import { reconciliationNumbers } from "@/lib/statistics/reconciliation/reconciliation-numbers";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";

interface Segments {
  reference: string;
  format: string;
}

/** All reconciliations of a version as CSV or JSON; without rows where it does not say how others count. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.reconciliationsFile.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.reconciliationsFile.destination(file), async () => {
    const { db, version } = await openVersion(segment);
    const all = await reconciliationsAt(db, version.number);
    const table = reconciliationNumbers(all?.figures ?? []);
    const content =
      file.format === "csv"
        ? writeCsv(table)
        : `${JSON.stringify(
            {
              version: version.number,
              publishedOn: version.publishedOn,
              licence: { name: LICENCE_NAME, address: LICENCE_URL },
              columns: table.columns,
              rows: table.rows.map((row) =>
                Object.fromEntries(table.columns.map(({ name }, place) => [name, row[place]])),
              ),
            },
            null,
            1,
          )}\n`;
    return madeFile(content, FORMATS[file.format].type, {
      "Content-Disposition": `attachment; filename="lossline-reconciliations-v${version.number}.${file.format}"`,
    });
  });
}
