import type { MissedLine } from "@/lib/indicators/pasted-addresses";
import { LONGEST_PASTE } from "@/lib/indicators/pasted-addresses";

/** A source found in pasted text; what the text did not say is empty. */
export interface PastedLink {
  url: string;
  publisher: string;
  title: string;
  archivedUrl: string;
}

export interface PastedLinks {
  taken: PastedLink[];
  missed: MissedLine[];
}

/** Splits a block of text into links, one or more a line; words beside a lone link are its title. */
export function splitLinks(text: string): PastedLinks {
  const taken = new Map<string, PastedLink>();
  const missed: MissedLine[] = [];
  text
    .slice(0, LONGEST_PASTE)
    .split(/\r\n?|\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      if (line === "") return;
      const links = line.match(/https?:\/\/[^\s<>"'`|\]]+/gi) ?? [];
      if (links.length === 0) missed.push({ line: index + 1, text: line });
      const title = links.length === 1 ? titleBeside(line, links[0] ?? "") : "";
      for (const link of links) {
        const source = sourceOf(trimmed(link), title);
        if (source === null) missed.push({ line: index + 1, text: link });
        else if (!taken.has(source.url)) taken.set(source.url, source);
      }
    });
  return { taken: [...taken.values()], missed };
}

// A run of marks is tried from its first one only: what is pasted may hold a hundred thousand of them.

/** Without the marks that end a sentence or close a bracket around it. */
function trimmed(link: string): string {
  const bare = link.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

function titleBeside(line: string, link: string): string {
  return line
    .replace(link, "")
    .replace(/[[\]()<>"“”|]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–—:•*\d.]*(?=\D|$)/, "")
    .replace(/(?<![\s\-–—:,;])[\s\-–—:,;]+$/, "")
    .trim()
    .slice(0, 500);
}

function sourceOf(link: string, title: string): PastedLink | null {
  const archived = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/i.exec(
    link,
  )?.[1];
  const address = archived ?? link;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  return {
    url: address,
    publisher: publisherOf(url),
    title,
    archivedUrl: archived === undefined ? "" : link,
  };
}

/** Publishers whose sites do not say their names. */
const PUBLISHERS: Record<string, string> = {
  "bleepingcomputer.com": "BleepingComputer",
  "bloomberg.com": "Bloomberg",
  "chainalysis.com": "Chainalysis",
  "coindesk.com": "CoinDesk",
  "cointelegraph.com": "Cointelegraph",
  "decrypt.co": "Decrypt",
  "elliptic.co": "Elliptic",
  "fbi.gov": "FBI",
  "justice.gov": "US Department of Justice",
  "medium.com": "Medium",
  "rekt.news": "rekt",
  "reuters.com": "Reuters",
  "slowmist.com": "SlowMist",
  "techcrunch.com": "TechCrunch",
  "theblock.co": "The Block",
  "trmlabs.com": "TRM Labs",
};

function publisherOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, "");
  const known = Object.keys(PUBLISHERS).find((each) => host === each || host.endsWith(`.${each}`));
  if (known !== undefined) return PUBLISHERS[known] ?? "";
  const account = /^\/([A-Za-z0-9_]{1,15})\/status\//.exec(url.pathname)?.[1];
  return /^(?:mobile\.)?(?:twitter|x)\.com$/.test(host) && account !== undefined ? account : "";
}
