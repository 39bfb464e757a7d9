import type { EmbedSize } from "@/lib/site/citations/embed-size";
import { EMBED_SIZE } from "@/lib/site/citations/embed-size";
import { escapeMarkup } from "@/lib/values/text/escape-markup";

/**
 * The code that puts a chart or a record into another page. Its size stands in attributes, which content systems keep
 * where they drop styles and scripts; what is in the frame fits it then. With the script it takes the height that it
 * needs.
 * @param base where the record is found: `https://lossline.example`
 * @param embed the path of the embed
 */
export function embedCode(
  title: string,
  base: string,
  embed: string,
  { width, height }: EmbedSize = EMBED_SIZE,
): string {
  return [
    `<iframe src="${escapeMarkup(base + embed)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy" data-lossline style="width: 100%; max-width: ${width}px; border: 0"></iframe>`,
    `<script async src="${escapeMarkup(base)}/embed.js"></script>`,
  ].join("\n");
}
