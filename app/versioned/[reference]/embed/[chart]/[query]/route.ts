import { answerEmbed } from "@/app/versioned/answer-embed";
import { embeddedChart } from "@/app/versioned/embedded";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  chart: string;
  query: string;
}

/** A chart for a frame in someone else's page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const { version } = readVersionReference(segment);
  const { view, theme, text } = routes.embed.viewIn(segments, version);
  return answerEmbed(request, {
    segment,
    destination: routes.embed.destination({ view, theme, text }),
    theme,
    load: (opened) => embeddedChart(opened, view, text),
    newest: ({ newest }) => ({ numbers: newest.chartFile(view, "json") }),
  });
}
