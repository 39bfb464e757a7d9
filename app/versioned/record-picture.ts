import { type NumberPoster, numberPosterSvg } from "@/components/publish/number-poster";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { posterFile } from "@/lib/site/exports/poster-file";
import type { RecordPictureView } from "@/lib/site/urls/routes/record-routes";

/**
 * The file that an incident's or an actor's picture is.
 * @param name of what it shows, without what tells its pictures apart
 */
export function recordPicture(
  poster: NumberPoster,
  { format, picture }: RecordPictureView,
  name: string,
): Promise<MadeFile> {
  const file = name + pictureSuffix(picture);
  return posterFile(numberPosterSvg(poster, picture), format, picture, poster, file);
}
