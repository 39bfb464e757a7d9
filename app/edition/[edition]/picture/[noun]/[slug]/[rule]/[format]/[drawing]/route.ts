import { notFound } from "next/navigation";
import { answerFile } from "@/app/edition/answer-file";
import { actorPoster, incidentPoster } from "@/app/edition/figure-posters";
import { openEdition, viewOf } from "@/app/edition/open-edition";
import { figurePosterSvg } from "@/components/publish/figure-poster";
import { readPicture } from "@/lib/exports/picture";
import { posterFile } from "@/lib/exports/poster-file";
import { readEdition } from "@/lib/record/edition";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/page-address";

interface Segments {
  edition: string;
  noun: string;
  slug: string;
  rule: string;
  format: string;
  drawing: string;
}

/** An incident's or an actor's key figures as one picture. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition, noun, slug, format, ...segments } = await params;
  const [rule, drawing] = [segmentAsWritten(segments.rule), segmentAsWritten(segments.drawing)];
  if (format !== "svg" && format !== "png") notFound();
  const inner = `picture/${noun}/${slug}/${rule}/${format}/${drawing}`;
  return answerFile(request, readEdition(edition), inner, async () => {
    const opened = await openEdition(edition);
    const poster =
      noun === "incident"
        ? await incidentPoster(opened, slug)
        : await actorPoster(opened, slug, rule);
    const picture = viewOf(readPicture(format, readRuleSegment(drawing)));
    const name = `lossline-${slug}-v${opened.version.number}`;
    return posterFile(figurePosterSvg(poster, picture), format, picture, poster, name);
  });
}
