import { notFound } from "next/navigation";
import { answerFile } from "@/app/edition/answer-file";
import { actorPoster, incidentPoster } from "@/app/edition/figure-posters";
import { openEdition, viewOf } from "@/app/edition/open-edition";
import { figurePosterSvg } from "@/components/publish/figure-poster";
import { readEdition } from "@/lib/record/versions/edition";
import { actorFileName, pictureSuffix } from "@/lib/site/exports/file-name";
import { readPicture } from "@/lib/site/exports/picture";
import { posterFile } from "@/lib/site/exports/poster-file";
import { readRuleSegment, segmentAsWritten } from "@/lib/site/urls/page-address";
import { readActors } from "@/lib/statistics/rules/views";

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
    const { number } = opened.version;
    const { confidence } = viewOf(readActors(readRuleSegment(rule)));
    const [poster, name] =
      noun === "incident"
        ? [await incidentPoster(opened, slug), `lossline-${slug}-v${number}`]
        : [await actorPoster(opened, slug, confidence), actorFileName(slug, confidence, number)];
    const picture = viewOf(readPicture(format, readRuleSegment(drawing)));
    const file = name + pictureSuffix(picture);
    return posterFile(figurePosterSvg(poster, picture), format, picture, poster, file);
  });
}
