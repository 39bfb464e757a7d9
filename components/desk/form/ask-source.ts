import type { ArchivedCopy } from "@/lib/desk/sources/archived-copy";
import type { KnownSource } from "@/lib/desk/sources/known-source";
import type { PageText } from "@/lib/desk/sources/page-text";

/** What can be asked of a source's link, and what is answered. */
interface Answers {
  known: { known: KnownSource };
  page: { page: PageText };
  copy: ArchivedCopy;
}

export type AskSource = <Ask extends keyof Answers>(
  ask: Ask,
  url: string,
) => Promise<Answers[Ask] | { refused: string }>;

/** Asks the server about the links of a proposal's sources. */
export function askSourceOf(proposalId: number): AskSource {
  return async (ask, url) => {
    try {
      const answer = await fetch(`/desk/proposals/${proposalId}/source`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ask, url }),
      });
      return await answer.json();
    } catch {
      return { refused: "There is no connection. Try again later." };
    }
  };
}
