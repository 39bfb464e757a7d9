import { answerFile } from "@/app/versioned/answer-file";
import { makeChartFile } from "@/app/versioned/chart-files";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  chart: string;
  format: string;
  query: string;
}

/** A chart as a file, drawn from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.chartFile.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.chartFile.destination(file), async () => {
    const { db, version } = await openVersion(segment);
    return makeChartFile(db, version, file);
  });
}
