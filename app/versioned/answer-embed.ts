import { answerFile } from "@/app/versioned/answer-file";
import type { Embedded } from "@/app/versioned/embedded";
import { type OpenVersion, openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { type EmbedSize, WIDE_DRAWING } from "@/lib/site/citations/embed-size";
import { type EmbedDrawing, type EmbedPage, embedPage } from "@/lib/site/exports/embed-page";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { publicUrl } from "@/lib/site/urls/public-url";
import type { Destination } from "@/lib/site/urls/route";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import type { Theme } from "@/lib/statistics/rules/parameters";

/** What an embed is asked for. */
interface Asked {
  /** The version reference, as it stands in the inner path. */
  segment: string;
  destination: Destination;
  theme: Theme;
  load(opened: OpenVersion): Promise<Embedded>;
  /** Where the newest version says the same, to be compared with a frozen embed. */
  newest(opened: OpenVersion): EmbedPage["newest"];
}

/** Answers with a page for a frame in someone else's. */
export function answerEmbed(request: Request, asked: Asked): Promise<Response> {
  const reference = readVersionReference(asked.segment);
  return answerFile(request, reference, asked.destination, async () => {
    const opened = await openVersion(asked.segment);
    return makeEmbed(opened, await asked.load(opened), asked);
  });
}

function makeEmbed(opened: OpenVersion, embedded: Embedded, { theme, newest }: Asked): MadeFile {
  const { version, links } = opened;
  const drawing = (size: EmbedSize): EmbedDrawing => ({
    light: embedded.draw({ ...size, theme: "light", background: "paper" }),
    dark: embedded.draw({ ...size, theme: "dark", background: "paper" }),
    size,
  });
  const page = embedPage({
    title: embedded.title,
    language: { ...wordsIn(embedded.language), ...wordsIn(embedded.language).frame },
    wide: drawing(WIDE_DRAWING),
    narrow: drawing(embedded.narrow),
    theme,
    version: version.number,
    frozen: links.reference.pinned,
    page: publicUrl(embedded.page(links)),
    newestPage: publicUrl(embedded.page(opened.newest)),
    newest: newest(opened),
    digest: embedded.digest,
  });
  return madeFile(page, "text/html; charset=utf-8", {
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  });
}
