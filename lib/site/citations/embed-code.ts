import { escapeMarkup } from "@/lib/values/text/escape-markup";

/** The size at which an embed stands where nothing resizes it: that of its wide drawing and the line below. */
export const EMBED_SIZE = { width: 760, height: 640 } as const;

/**
 * The code that puts a chart into another page. Without the script, or without JavaScript at all, the
 * frame keeps the aspect of the wide drawing.
 * @param base where the record is found: `https://lossline.example`
 * @param embed the path of the embed
 */
export function embedCode(title: string, base: string, embed: string): string {
  const { width, height } = EMBED_SIZE;
  return [
    `<iframe src="${escapeMarkup(base + embed)}" title="${escapeMarkup(title)}" loading="lazy" data-lossline style="width: 100%; max-width: ${width}px; aspect-ratio: ${width} / ${height}; min-height: 460px; border: 0"></iframe>`,
    `<script async src="${escapeMarkup(base)}/embed.js"></script>`,
  ].join("\n");
}
