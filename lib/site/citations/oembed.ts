import { EMBED_SIZE, embedCode } from "@/lib/site/citations/embed-code";

interface OembedFacts {
  title: string;
  /** Where the record is found: `https://lossline.example`. */
  base: string;
  /** Paths of the embed and of a picture of 1200 × 675 pixels. */
  embed: string;
  picture: string;
  /** The most room there is, in pixels; null where there is enough. */
  maxWidth: number | null;
  maxHeight: number | null;
}

/** The answer by which a content system turns a chart's address into the chart; see oembed.com, 2.3.4.4. */
export function oembedAnswer(facts: OembedFacts) {
  const { title, base, embed, picture, maxWidth, maxHeight } = facts;
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Lossline",
    provider_url: base,
    title,
    cache_age: 3600,
    html: embedCode(title, base, embed),
    width: Math.min(EMBED_SIZE.width, maxWidth ?? EMBED_SIZE.width),
    height: Math.min(EMBED_SIZE.height, maxHeight ?? EMBED_SIZE.height),
    thumbnail_url: base + picture,
    thumbnail_width: 1200,
    thumbnail_height: 675,
  };
}
