import { embedCode } from "@/lib/site/citations/embed-code";
import {
  type EmbedSize,
  embedWithin,
  type Room,
  thumbnailWithin,
} from "@/lib/site/citations/embed-size";

interface OembedFacts {
  title: string;
  /** Where the record is found: `https://lossline.example`. */
  base: string;
  /** The path of the embed. */
  embed: string;
  /** The path of a picture of so many pixels. */
  picture: (size: EmbedSize) => string;
  room: Room;
}

/** The answer by which a content system turns the URL of a page into what is on it; see oembed.com, 2.3.4.4. */
export function oembedAnswer({ title, base, embed, picture, room }: OembedFacts) {
  const size = embedWithin(room);
  const thumbnail = thumbnailWithin(room);
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Lossline",
    provider_url: base,
    title,
    cache_age: 3600,
    html: embedCode(title, base, embed, size),
    ...size,
    // What is larger than there is room for is left out, as the specification has it.
    ...(thumbnail === null
      ? {}
      : {
          thumbnail_url: base + picture(thumbnail),
          thumbnail_width: thumbnail.width,
          thumbnail_height: thumbnail.height,
        }),
  };
}
