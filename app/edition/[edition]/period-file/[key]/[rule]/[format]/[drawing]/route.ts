import { notFound } from "next/navigation";
import { loadPeriod } from "@/app/edition/[edition]/period/load-period";
import { answerFile } from "@/app/edition/answer-file";
import { openEdition, viewOf } from "@/app/edition/open-edition";
import { periodPosterSvg } from "@/components/periods/period-poster";
import { madeFile } from "@/lib/exports/file-cache";
import { pictureSuffix } from "@/lib/exports/file-name";
import { FORMATS } from "@/lib/exports/formats";
import { readPicture } from "@/lib/exports/picture";
import { withMetadata } from "@/lib/exports/png-metadata";
import { rasteriser } from "@/lib/exports/rasteriser";
import { readEdition } from "@/lib/record/edition";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/page-address";
import { printedAddress } from "@/lib/site/public-address";

interface Segments {
  edition: string;
  key: string;
  rule: string;
  format: string;
  drawing: string;
}

/** A period as one picture, from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition, key, format, ...segments } = await params;
  const [rule, drawing] = [segmentAsWritten(segments.rule), segmentAsWritten(segments.drawing)];
  if (format !== "svg" && format !== "png") notFound();
  const inner = `period-file/${key}/${rule}/${format}/${drawing}`;
  return answerFile(request, readEdition(edition), inner, async () => {
    const opened = await openEdition(edition);
    const { model } = await loadPeriod(opened, key, rule);
    const picture = viewOf(readPicture(format, readRuleSegment(drawing)));
    const printed = { ...model, address: printedAddress(model.address) };
    const svg = periodPosterSvg(printed, picture);
    const name = `lossline-v${opened.version.number}-${model.key}-through-${model.asOf}${pictureSuffix(picture)}.${format}`;
    const content =
      format === "svg"
        ? svg
        : withMetadata(await rasteriser().draw(svg, picture), {
            title: model.headline,
            alternative: model.alternative,
            rule: [model.subtitle, ...model.notes].join(". "),
            source: model.source,
            address: printed.address,
            shortId: null,
            scale: picture.scale,
          });
    return madeFile(content, FORMATS[format].type, {
      "Content-Disposition": `inline; filename="${name}"`,
    });
  });
}
