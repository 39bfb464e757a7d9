import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import type { Language } from "@/lib/statistics/charts/language/languages";
import { escapeMarkup } from "@/lib/values/text/escape-markup";
import { sentence } from "@/lib/values/text/sentences";

/** A picture as it goes into somebody else's story, with all that makes it quotable. */
export interface FigureFacts {
  /** What the picture shows, in words. */
  alternative: string;
  /** What stands below it, before the credit. */
  caption: string;
  /** The picture and its page, at a version, as paths. */
  picture: string;
  page: string;
  version: number;
  /** What texts and picture are in, and how that says where something is from; English where it is left out. */
  language?: { name: Language; direction: "ltr" | "rtl"; source: string };
  /** Pixels in the story; the file may have more. */
  width: number;
  height: number;
}

const SOURCE = "Source: ";

/**
 * A picture with alternative text, caption, credit and permanent link as HTML. It says its size in attributes and needs
 * no style and no script, so that content systems that clean it leave it whole.
 * @param base where the record is found: `https://lossline.example`
 */
export function figureHtml(facts: FigureFacts, base: string): string {
  const { alternative, caption, picture, page, version, width, height } = facts;
  const link = escapeMarkup(base + page);
  const { language } = facts;
  const said =
    language === undefined
      ? ""
      : ` lang="${language.name}"${language.direction === "rtl" ? ' dir="rtl"' : ""}`;
  return [
    `<figure${said}>`,
    `<a href="${link}"><img src="${escapeMarkup(base + picture)}" alt="${escapeMarkup(alternative)}" width="${width}" height="${height}" loading="lazy"></a>`,
    `<figcaption>${escapeMarkup(sentence(caption))} ${escapeMarkup(language?.source ?? SOURCE)}<a href="${link}">Lossline, version ${version}</a>, <a href="${LICENCE_URL}" rel="license">${LICENCE_NAME}</a>.</figcaption>`,
    "</figure>",
  ].join("\n");
}

/** The same as Markdown. @param base where the record is found */
export function figureMarkdown(facts: FigureFacts, base: string): string {
  const { alternative, caption, picture, page, version } = facts;
  const link = markdownUrl(base + page);
  return [
    `[![${markdownText(alternative)}](${markdownUrl(base + picture)})](${link})`,
    "",
    `${markdownText(sentence(caption))} ${facts.language?.source ?? SOURCE}[Lossline, version ${version}](${link}), [${LICENCE_NAME}](${LICENCE_URL}).`,
  ].join("\n");
}

/** Text of which Markdown makes nothing else; line ends are spaces. */
function markdownText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~$&]/g, "\\$&");
}

function markdownUrl(url: string): string {
  return url.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(" ", "%20");
}
