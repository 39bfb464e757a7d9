import { type LeftAside, pastedLines } from "@/lib/desk/paste/left-aside";
import { postedBy, siteName, siteOf } from "@/lib/desk/sources/site-name";
import { archivedOriginal } from "@/lib/values/links/archives";
import { linkKey } from "@/lib/values/links/link-key";
import { withoutTracking } from "@/lib/values/links/tracking";
import { webUrlProblem } from "@/lib/values/sources/source";

/** A source found in pasted text; what the text did not say is empty. */
interface PastedLink {
  url: string;
  publisher: string;
  title: string;
  archivedUrl: string;
}

interface PastedLinks {
  taken: PastedLink[];
  /** All that became no row. */
  left: LeftAside[];
}

/**
 * Splits a block of text into links, one or more a line; words beside a lone link are its title. What tracks a reader is
 * taken off; a copy in an archive stands beside the link that it is of; one page that is linked to in several ways is one row.
 * @param held links that are rows already
 */
export function splitLinks(text: string, held: readonly string[] = []): PastedLinks {
  const taken: PastedLink[] = [];
  const left: LeftAside[] = [];
  /** Each link that is a row, and the line that it came from; null for one that was a row before. */
  const known = new Map<string, number | null>(held.map((url) => [keyOf(url), null]));
  const byKey = new Map<string, PastedLink>();
  const { lines, beyond } = pastedLines(text);
  lines.forEach((line, index) => {
    if (line === "") return;
    const at = index + 1;
    const links =
      line.match(/https?:\/\/[^\s<>"'`|\]“”„«»「」『』【】〈〉《》（），。、；！？…]+/gi) ?? [];
    if (links.length === 0) left.push({ line: at, text: line, why: "holds no link", waits: true });
    const title = links.length === 1 ? titleBeside(line, links[0] ?? "") : "";
    for (const link of links) {
      const source = sourceOf(trimmed(link), title);
      if (source === null) {
        left.push({ line: at, text: link, why: "is no link that can be read", waits: true });
        continue;
      }
      const wrong = webUrlProblem(source.url) ?? webUrlProblem(source.archivedUrl || source.url);
      if (wrong !== null) {
        left.push({ line: at, text: link, why: `is no link to take: it ${wrong}`, waits: true });
        continue;
      }
      const key = keyOf(source.url);
      const before = known.get(key);
      if (before === undefined) {
        known.set(key, at);
        byKey.set(key, source);
        taken.push(source);
        continue;
      }
      const row = byKey.get(key);
      if (row !== undefined && row.archivedUrl === "" && source.archivedUrl !== "") {
        row.archivedUrl = source.archivedUrl;
        continue;
      }
      const why = before === null ? "is a row already" : `stands in line ${before} already`;
      left.push({ line: at, text: links.length === 1 ? line : link, why, waits: false });
    }
  });
  if (beyond !== null) left.push(beyond);
  return { taken, left };
}

// A run of marks is tried from its first one only: what is pasted may hold a hundred thousand of them.

/** Without the marks that end a sentence or close a bracket around it. */
function trimmed(link: string): string {
  const bare = link.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

/** Words that only lead on to a link. */
const LEADING =
  /^(?:see(?: also)?|via|cf|from|at|source|sources|link|read|read more|more|report|quelle|siehe|voir|fuente|ver|见|来源|參見|出典)$/i;

function titleBeside(line: string, link: string): string {
  const beside = line
    .replace(link, "")
    .replace(/[[\]()<>"“”|（）「」『』【】《》]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–—:•*\d.]*(?=\D|$)/, "")
    .replace(/(?<![\s\-–—:：,;，；、。])[\s\-–—:：,;，；、。]+$/, "")
    .trim()
    .slice(0, 500);
  return LEADING.test(beside) || !/[\p{L}\p{N}]/u.test(beside) ? "" : beside;
}

function sourceOf(link: string, title: string): PastedLink | null {
  const original = parsedUrl(link);
  if (original === null) return null;
  const archived = archivedOriginal(original);
  const address = withoutTracking(archived ?? link);
  const url = parsedUrl(address);
  if (url === null) return null;
  return {
    url: address,
    publisher: siteName(siteOf(url)) ?? postedBy(url) ?? "",
    title,
    archivedUrl: archived === null ? "" : link,
  };
}

function parsedUrl(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}

/** What is equal for two links to one page. */
function keyOf(url: string): string {
  return linkKey(url) ?? url;
}
