import { type NumberPoster, numberPosterSvg } from "@/components/publish/number-poster";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { posterFile } from "@/lib/site/exports/poster-file";
import type { RecordPictureView } from "@/lib/site/urls/routes/record-routes";
import type { Day } from "@/lib/values/dates/day";

/**
 * The file that an incident's, an actor's or a target's picture is.
 * @param publishedOn the version's day
 * @param name of what it shows, without what tells its pictures apart
 */
export function recordPicture(
  poster: NumberPoster,
  publishedOn: Day,
  { format, picture }: RecordPictureView,
  name: string,
): Promise<MadeFile> {
  const file = name + pictureSuffix(picture);
  return posterFile(
    numberPosterSvg(poster, picture),
    format,
    picture,
    { ...poster, publishedOn },
    file,
  );
}
