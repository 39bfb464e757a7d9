import { command } from "@/lib/desk/access/guarded-command";
import {
  INTERNET,
  type NoAnswer,
  type Outside,
  publicFetch,
} from "@/lib/desk/outside/public-fetch";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { waitText } from "@/lib/desk/people/wait-text";
import { type ArchivedCopy, archivedCopyOf } from "@/lib/desk/sources/archived-copy";
import { type PageText, readPageText } from "@/lib/desk/sources/page-text";
import { webUrlProblem } from "@/lib/values/sources/source";

/** So many pages and copies one person may ask for: a working day's sources, and no crawl. */
const PAGES: Limit = { name: "source-page", times: 120, seconds: 3600 };
const COPIES: Limit = { name: "source-copy", times: 40, seconds: 3600 };

const PAGE_ASKED = {
  method: "GET",
  reads: (type: string) => /^(?:text\/html|application\/xhtml\+xml)\b/.test(type),
  patience: 10_000,
  most: 2_000_000,
  redirects: 5,
} as const;

/** What a page says of itself; or why it was not read, in a sentence. Nothing is stored. */
export const readSourcePage = command(
  "proposal.write",
  async (
    db,
    by,
    { url }: { url: string },
    outside: Outside = INTERNET,
  ): Promise<{ page: PageText } | { refused: string }> => {
    const wait = await countAttempt(db, PAGES, by.id);
    if (wait !== null) return { refused: tooMany("pages", wait.seconds) };
    const wrong = webUrlProblem(url);
    if (wrong !== null) return { refused: `The web address ${wrong}.` };
    const answer = await publicFetch(url, PAGE_ASKED, outside);
    if ("why" in answer) return { refused: notRead(answer) };
    if (answer.status >= 400) return { refused: refusedBy(answer.status) };
    if (!PAGE_ASKED.reads(answer.contentType))
      return {
        refused: `It is no page that says a title: ${answer.contentType.split(";")[0] || "of no known type"}.`,
      };
    const page = readPageText(answer.body, answer.contentType);
    return page.title === null && page.publishedOn === null
      ? { refused: "The page says neither a title nor a day in a way that can be read." }
      : { page };
  },
);

/** An archived copy of a page, made where there is none; nothing is stored. */
export const findArchivedCopy = command(
  "proposal.write",
  async (db, by, { url }: { url: string }, outside: Outside = INTERNET): Promise<ArchivedCopy> => {
    const wait = await countAttempt(db, COPIES, by.id);
    if (wait !== null) return { none: tooMany("copies", wait.seconds) };
    const wrong = webUrlProblem(url);
    return wrong === null ? archivedCopyOf(url, outside) : { none: `The web address ${wrong}.` };
  },
);

function tooMany(what: string, seconds: number): string {
  return `You have asked for many ${what} within an hour. Ask again in ${waitText(seconds)}.`;
}

function notRead({ why, text }: NoAnswer): string {
  return why === "offline"
    ? "This server has no way to the internet at the moment. Enter title and day yourself."
    : `The web address ${text}.`;
}

function refusedBy(status: number): string {
  if (status === 404 || status === 410) return `The page is gone: its site answered ${status}.`;
  if (status === 429) return "The site asks for patience (429). Try again later.";
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return `The site does not show the page to this server (${status}). Enter title and day yourself.`;
  return `The site answered ${status} instead of the page.`;
}
