import { EMBED_BREAK, type EmbedSize } from "@/lib/site/citations/embed-size";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import type { Theme } from "@/lib/statistics/rules/parameters";
import { escapeMarkup } from "@/lib/values/text/escape-markup";

/** A drawing for one width of the frame, in both themes. */
export interface EmbedDrawing {
  light: string;
  dark: string;
  /** Its pixels. */
  size: EmbedSize;
}

export interface EmbedPage {
  title: string;
  /** What it is in, and what the link to its page says. */
  language: Pick<ChartWords, "language" | "direction"> & { toPage: string };
  wide: EmbedDrawing;
  narrow: EmbedDrawing;
  theme: Theme;
  version: number;
  /** Whether it stays at its version. */
  frozen: boolean;
  /** The chart's page, and the same in the newest version, as addresses that can be followed from elsewhere. */
  page: string;
  newestPage: string;
  /** Path of the same chart's numbers in the newest version, or of the same embed. */
  newest: { numbers: string } | { embed: string };
  /** Of what is said here, to be compared with what the newest version says. */
  digest: string;
}

/**
 * A chart or a record as a page for a frame in someone else's: no chrome, no dependence on a script, one line that leads
 * to the source. The drawing takes what its frame leaves above that line, so that nothing is cut where nothing resizes
 * the frame.
 */
export function embedPage(page: EmbedPage): string {
  const scheme = page.theme === "auto" ? "light dark" : page.theme;
  return `<!DOCTYPE html>
<html lang="${page.language.language}"${page.language.direction === "rtl" ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(page.title)}</title>
<link rel="canonical" href="${escapeMarkup(page.page)}">
<meta name="lossline:digest" content="${page.digest}">
<style>
@font-face{font-family:"Source Sans 3";src:url(/font/source-sans-3.woff2) format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Serif 4";src:url(/font/source-serif-4.woff2) format("woff2");font-weight:200 900;font-display:swap}
:root{color-scheme:${scheme};background:light-dark(#fdfcf9,#14161a);color:light-dark(#5c5850,#a9a59c);font:13px/1.5 "Source Sans 3","Helvetica Neue",Arial,sans-serif}
body{margin:0}
main{display:flex;flex-direction:column;max-height:100vh}
main>div{position:relative;min-height:0;flex:0 1 auto}
svg{position:absolute;inset:0;width:100%;height:100%}
.wide{aspect-ratio:${aspectOf(page.wide)}}
.narrow{aspect-ratio:${aspectOf(page.narrow)}}
g[pointer-events] rect:hover{fill:light-dark(#1b1a17,#ece9e2);fill-opacity:.12}
#tip{position:fixed;z-index:1;max-width:min(22em,90vw);padding:.3em .6em;border-radius:2px;background:light-dark(#1b1a17,#ece9e2);color:light-dark(#fdfcf9,#14161a);white-space:pre-line;pointer-events:none}
p{flex:none;display:flex;flex-wrap:wrap;gap:0 1.2em;margin:0;padding:0 1.3em .8em}
a{display:inline-block;color:inherit;padding:.15em 0}
a:hover{color:light-dark(#1b1a17,#ece9e2)}
:focus-visible{outline:2px solid light-dark(#1a5fb4,#8ab8f5);outline-offset:2px}
h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
.narrow{display:none}
@media(max-width:${EMBED_BREAK - 1}px){.wide{display:none}.narrow{display:block}}
</style>
</head>
<body>
<main>
<h1>${escapeMarkup(page.title)}</h1>
<div class="wide">${drawingOf(page, "wide")}</div>
<div class="narrow">${drawingOf(page, "narrow")}</div>
<p><a href="${escapeMarkup(page.page)}" target="_top">${escapeMarkup(page.language.toPage)}</a><span id="note" role="status"></span></p>
</main>
<script src="/embedded.js" async data-version="${page.version}"${page.frozen ? comparison(page) : ""}></script>
</body>
</html>
`;
}

/** What a frozen embed needs, to say that it has been corrected since. */
function comparison({ newest, digest, newestPage }: EmbedPage): string {
  const [name, path] = "numbers" in newest ? ["numbers", newest.numbers] : ["embed", newest.embed];
  return ` data-${name}="${escapeMarkup(path)}" data-digest="${digest}" data-newest="${escapeMarkup(newestPage)}"`;
}

const aspectOf = ({ size }: EmbedDrawing) => `${size.width}/${size.height}`;

function drawingOf(page: EmbedPage, size: "wide" | "narrow"): string {
  const { light, dark } = page[size];
  const drawing = page.theme === "auto" ? inBothThemes(light, dark) : page[size][page.theme];
  // Both sizes are in one page, and what they refer to must not be the other's.
  return drawing
    .replace(NAMING, (attribute) => attribute.replace(OWN_IDS, `$1${size}-$2`))
    .replace("<svg ", '<svg preserveAspectRatio="xMinYMin meet" ');
}

/** The attributes that name elements; whatever a reader wrote stays as it is. */
const NAMING = /(?<=<[^<>]*) (?:id|aria-labelledby|fill)="[^"]*"/g;
const OWN_IDS = /(["#\s])poster-(title|desc|hatch)/g;

const COLOUR = /#[0-9a-f]{6}\b/g;

/**
 * One drawing whose colours follow the reader's theme, from the two that differ in nothing else.
 * @throws where they differ otherwise
 */
export function inBothThemes(light: string, dark: string): string {
  const others = dark.match(COLOUR) ?? [];
  let place = 0;
  const both = light.replace(COLOUR, (colour) => {
    const other = others[place++] ?? colour;
    return other === colour ? colour : `light-dark(${colour},${other})`;
  });
  if (light.replace(COLOUR, "") !== dark.replace(COLOUR, ""))
    throw new Error("the light drawing and the dark one differ in more than colours");
  return both;
}
