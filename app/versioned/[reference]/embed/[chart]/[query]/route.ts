import { answerFile } from "@/app/versioned/answer-file";
import { pictureModelAt } from "@/app/versioned/open-chart";
import { type OpenVersion, openVersion } from "@/app/versioned/open-version";
import { posterSvg } from "@/components/charts/static/chart-poster";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { EMBED_SIZE } from "@/lib/site/citations/embed-code";
import { type EmbedDrawing, embedPage } from "@/lib/site/exports/embed-page";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { publicUrl } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import type { EmbedView } from "@/lib/site/urls/routes/chart-routes";
import { CHARTS } from "@/lib/statistics/charts/registry";

interface Segments {
  reference: string;
  chart: string;
  query: string;
}

/** Room for the line below the drawing; and a drawing for phones, which its frame widens, text and all. */
const WIDE = { width: EMBED_SIZE.width, height: EMBED_SIZE.height - 40 };
const NARROW = { width: 320, height: 430 };
/** Charts of a line a thing need the height to be read on a phone. */
const NARROW_LIST = { width: 320, height: 620 };

async function makeEmbed(opened: OpenVersion, { view, theme, text }: EmbedView): Promise<MadeFile> {
  const { db, version, links, newest } = opened;
  const model = await pictureModelAt(db, version, view, text);
  const drawing = (size: { width: number; height: number }): EmbedDrawing => ({
    light: posterSvg(model, { ...size, theme: "light", background: "paper" }),
    dark: posterSvg(model, { ...size, theme: "dark", background: "paper" }),
  });
  const page = embedPage({
    title: model.title,
    wide: drawing(WIDE),
    narrow: drawing(CHARTS[view.chart].isList ? NARROW_LIST : NARROW),
    theme,
    version: version.number,
    frozen: links.reference.pinned,
    page: publicUrl(links.chart(view)),
    newestPage: publicUrl(newest.chart(view)),
    newestNumbers: newest.chartFile(view, "json"),
    digest: numbersDigest(model.numbers),
  });
  return madeFile(page, "text/html; charset=utf-8", {
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  });
}

/** A chart for a frame in someone else's page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.embed.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.embed.destination(view), async () =>
    makeEmbed(await openVersion(segment), view),
  );
}
