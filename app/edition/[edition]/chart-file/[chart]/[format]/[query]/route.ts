import { answerFile } from "@/app/edition/answer-file";
import { makeChartFile } from "@/app/edition/chart-files";
import { openEdition } from "@/app/edition/open-edition";
import { readEdition } from "@/lib/record/versions/edition";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  edition: string;
  chart: string;
  format: string;
  query: string;
}

/** A chart as a file, drawn from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition: segment, ...segments } = await params;
  const edition = readEdition(segment);
  const file = routes.chartFile.viewIn(segments, edition.version);
  return answerFile(request, edition, routes.chartFile.destination(file), async () => {
    const { db, version } = await openEdition(segment);
    return makeChartFile(db, version, file);
  });
}
