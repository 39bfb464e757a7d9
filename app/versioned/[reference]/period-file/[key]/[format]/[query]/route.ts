import { loadPeriod } from "@/app/versioned/[reference]/period/load-period";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { periodPosterSvg } from "@/components/periods/period-poster";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { posterFile } from "@/lib/site/exports/poster-file";
import { printedUrl } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import { publishedTotalText } from "@/lib/statistics/totals/published-total";

interface Segments {
  reference: string;
  key: string;
  format: string;
  query: string;
}

/** A period as one picture, from the same model as its page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.periodFile.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.periodFile.destination(file), async () => {
    const { format, picture } = file;
    const opened = await openVersion(segment);
    const { model, published } = await loadPeriod(opened, file.view);
    const notes = published === null ? [] : [publishedTotalText(published)];
    const printed = {
      ...model,
      address: printedUrl(model.address),
      notes: [...model.notes, ...notes],
    };
    const svg = periodPosterSvg(printed, picture);
    const name = `lossline-v${opened.version.number}-${model.key}-through-${model.asOf}${pictureSuffix(picture)}`;
    const text = {
      ...printed,
      title: model.headline,
      shortId: null,
      publishedOn: opened.version.publishedOn,
      log: opened.version.log,
      logInAllFiles: opened.version.logInAllFiles,
    };
    return posterFile(svg, format, picture, text, name);
  });
}
