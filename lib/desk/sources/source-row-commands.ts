import { command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { INTERNET, type Outside } from "@/lib/desk/outside/public-fetch";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { knownSources } from "@/lib/desk/sources/known-source-queries";
import { findArchivedCopy, readSourcePage } from "@/lib/desk/sources/read-source-commands";
import { NO_FACTS, readSourceRow, sourceProposals } from "@/lib/desk/sources/source-proposals";
import { dateText } from "@/lib/values/dates/day";

interface SourceAsked {
  /** The draft, with what was taken. */
  content: Typed;
  /** What came of asking elsewhere, to be read and filled in; null where nothing was asked there. */
  said: string | null;
}

interface SourceButton {
  proposal: Pick<ProposalInFull, "kind" | "recordId">;
  content: Typed;
  /** As the button says it: `sources.3.publisher`, with the row's place from 0. */
  target: string;
}

/**
 * What a plain form's button of a source's row asks for: to take what is proposed, all of it or one by its name; or to ask
 * for its page or its archived copy, of which the answer is said and nothing filled in.
 */
export const withSourceAsked = command(
  "proposal.write",
  async (
    db,
    by,
    { proposal, content, target }: SourceButton,
    outside: Outside = INTERNET,
  ): Promise<SourceAsked> => {
    const [list = "", place = "", what = ""] = target.split(".");
    const rows = content[list];
    const typed = Array.isArray(rows) ? rows[Number(place)] : undefined;
    if (
      list !== "sources" ||
      !Array.isArray(rows) ||
      typeof typed !== "object" ||
      Array.isArray(typed)
    )
      return { content, said: null };
    const row = readSourceRow(typed);
    const url = row.url.trim();
    const of = `Source ${Number(place) + 1}`;
    if (what === "page") {
      const read = await readSourcePage(db, by, { url }, outside);
      if ("refused" in read) return { content, said: `${of}: ${read.refused}` };
      const { title, publishedOn } = read.page;
      return {
        content,
        said: `${of}: the page says ${[
          title === null ? null : `the title “${title}”`,
          publishedOn === null ? null : `the day ${dateText(publishedOn)}`,
        ]
          .filter((each) => each !== null)
          .join(" and ")}.`,
      };
    }
    if (what === "copy") {
      const copy = await findArchivedCopy(db, by, { url }, outside);
      return {
        content,
        said: `${of}: ${"url" in copy ? `there is the copy ${copy.url}` : copy.none}`,
      };
    }
    const own = proposal.kind === "incident" ? proposal.recordId : null;
    const [known = null] = await knownSources(db, [url], own);
    const taken = sourceProposals(row, { ...NO_FACTS, known }).filter(
      ({ name }) => what === "all" || name === what,
    );
    const filled = Object.assign({}, typed, ...taken.map(({ fills }) => fills));
    return {
      content: { ...content, [list]: rows.map((each) => (each === typed ? filled : each)) },
      said: null,
    };
  },
);
