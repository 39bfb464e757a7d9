import { loadPeriod } from "@/app/edition/[edition]/period/load-period";
import { answerFile } from "@/app/edition/answer-file";
import { openEdition } from "@/app/edition/open-edition";
import { periodPosterSvg } from "@/components/periods/period-poster";
import { readEdition } from "@/lib/record/versions/edition";
import { madeFile } from "@/lib/site/exports/file-cache";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { FORMATS } from "@/lib/site/exports/formats";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { rasteriser } from "@/lib/site/exports/rasteriser";
import { printedAddress } from "@/lib/site/urls/public-address";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  edition: string;
  key: string;
  format: string;
  query: string;
}

/** A period as one picture, from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition: segment, ...segments } = await params;
  const edition = readEdition(segment);
  const file = routes.periodFile.viewIn(segments, edition.version);
  return answerFile(request, edition, routes.periodFile.destination(file), async () => {
    const { format, picture } = file;
    const opened = await openEdition(segment);
    const { model } = await loadPeriod(opened, file.view);
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
