import { notFound } from "next/navigation";
import { answerFile } from "@/app/edition/answer-file";
import { type AskedFile, makeChartFile } from "@/app/edition/chart-files";
import { chartViewIn } from "@/app/edition/open-chart";
import { openEdition, viewOf } from "@/app/edition/open-edition";
import { readEdition } from "@/lib/record/versions/edition";
import { type Format, isFormat } from "@/lib/site/exports/formats";
import { readPicture } from "@/lib/site/exports/picture";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/urls/page-address";

interface Segments {
  edition: string;
  chart: string;
  rule: string;
  format: string;
  drawing: string;
}

function askedFor(format: Format, drawing: string): AskedFile {
  return format === "svg" || format === "png"
    ? { format, picture: viewOf(readPicture(format, readRuleSegment(drawing))) }
    : { format };
}

/** A chart as a file, drawn from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition: segment, chart, format, ...segments } = await params;
  const [rule, drawing] = [segmentAsWritten(segments.rule), segmentAsWritten(segments.drawing)];
  if (!isFormat(format)) notFound();
  const edition = readEdition(segment);
  const inner = `chart-file/${chart}/${rule}/${format}/${drawing}`;
  return answerFile(request, edition, inner, async () => {
    const { db, version } = await openEdition(segment);
    return makeChartFile(db, version, chartViewIn(chart, rule), askedFor(format, drawing));
  });
}
