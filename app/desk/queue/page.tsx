import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { SubmittedImports } from "@/components/desk/imports/submitted-imports";
import { Age } from "@/components/desk/moment";
import { ProposalList, Unresolved } from "@/components/desk/proposal-list";
import { SuggestionList } from "@/components/desk/suggestions/suggestion-list";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { submittedImports } from "@/lib/desk/imports/import-queries";
import { QUEUE_PAGE, reviewQueue } from "@/lib/desk/proposals/queue-queries";
import { waitingSuggestions } from "@/lib/desk/suggestions/suggestion-queries";

export const metadata: Metadata = { title: "Review" };

/** So many suggestions are here; the rest, and what was answered, on a page of their own. */
const SUGGESTIONS_SHOWN = 5;

const parametersSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What waits for somebody to read it before it is published. */
export default async function QueuePage({ searchParams }: PageProps<"/desk/queue">) {
  const person = await requirePerson("proposal.review");
  const { page } = parametersSchema.parse(await searchParams);
  const db = database();
  const [{ proposals, count }, imports, suggested] = await Promise.all([
    reviewQueue(db, page),
    submittedImports(db),
    waitingSuggestions(db),
  ]);
  const pages = Math.max(1, Math.ceil(count / QUEUE_PAGE));
  // The list has become shorter since somebody saw it.
  if (page > pages) redirect(`/desk/queue?page=${pages}`);
  const now = new Date();
  return (
    <DeskFrame person={person} section="queue">
      <h1 className="mb-4 font-semibold text-3xl">Review</h1>
      <PageSection
        id="proposals"
        title={`Proposals${count === 0 ? "" : `: ${count.toLocaleString("en-GB")}`}`}
        note="Unclaimed ones first; among them, the longest waiting."
      >
        {proposals.length === 0 ? (
          <EmptyState>
            <p>Nothing waits for a review.</p>
          </EmptyState>
        ) : (
          <ProposalList
            proposals={proposals}
            hrefOf={({ id }) => `/desk/proposals/${id}/review`}
            about={({ author, reviewer, submittedAt, savedAt, note, _count }) => (
              <>
                {author?.id === person.id ? "by you" : `by ${author?.name ?? "nobody"}`}, waiting{" "}
                <Age at={submittedAt ?? savedAt} now={now} />
                {" · "}
                {reviewer === null ? (
                  "not claimed"
                ) : (
                  <strong className="font-semibold">
                    claimed by {reviewer.id === person.id ? "you" : reviewer.name}
                  </strong>
                )}
                <Unresolved count={_count.comments} />
                {note !== "" && <span className="block text-ink">{note}</span>}
              </>
            )}
          />
        )}
        <PagesNav page={page} pages={pages} hrefOf={(number) => `/desk/queue?page=${number}`} />
      </PageSection>
      {imports.length > 0 && (
        <PageSection
          id="imports"
          title={`Imports: ${imports.length.toLocaleString("en-GB")}`}
          note="Files that are to be published as one version each."
        >
          <SubmittedImports imports={imports} reader={person} now={now} />
        </PageSection>
      )}
      <PageSection
        id="suggestions"
        title={`Suggestions${suggested.count === 0 ? "" : `: ${suggested.count.toLocaleString("en-GB")}`}`}
        note="What readers say is missing or wrong. Each one that is accepted becomes a draft."
      >
        {suggested.count === 0 ? (
          <p className="text-muted">None waits for an answer.</p>
        ) : (
          <SuggestionList suggestions={suggested.suggestions.slice(0, SUGGESTIONS_SHOWN)} />
        )}
        <p className="mt-2">
          <a href="/desk/suggestions">All suggestions, answered ones too</a>
        </p>
      </PageSection>
    </DeskFrame>
  );
}
