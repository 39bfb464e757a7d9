import { type NumberPoster, numberPosterSvg } from "@/components/publish/number-poster";
import type { Version } from "@/lib/record/versions/version";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { pictureSuffix } from "@/lib/site/exports/file-name";
import { posterFile } from "@/lib/site/exports/poster-file";
import type { RecordPictureView } from "@/lib/site/urls/routes/record-routes";

/**
 * The file that an incident's, an actor's or a target's picture is.
 * @param name of what it shows, without what tells its pictures apart
 */
export function recordPicture(
  poster: NumberPoster,
  { publishedOn, log, logInAllFiles }: Pick<Version, "publishedOn" | "log" | "logInAllFiles">,
  { format, picture }: RecordPictureView,
  name: string,
): Promise<MadeFile> {
  const file = name + pictureSuffix(picture);
  return posterFile(
    numberPosterSvg(poster, picture),
    format,
    picture,
    { ...poster, publishedOn, log, logInAllFiles },
    file,
  );
}
