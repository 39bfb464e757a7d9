import { notFound } from "next/navigation";
import { loadPeriod } from "@/app/edition/[edition]/period/load-period";
import { answerFile } from "@/app/edition/answer-file";
import { openEdition, viewOf } from "@/app/edition/open-edition";
import { periodPosterSvg } from "@/components/periods/period-poster";
import { readEdition } from "@/lib/record/versions/edition";
import { madeFile } from "@/lib/site/exports/file-cache";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { FORMATS } from "@/lib/site/exports/formats";
import { readPicture } from "@/lib/site/exports/picture";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { rasteriser } from "@/lib/site/exports/rasteriser";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/urls/page-address";
import { printedAddress } from "@/lib/site/urls/public-address";

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
