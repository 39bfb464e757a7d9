import type { Metadata } from "next";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { SuggestionList } from "@/components/desk/suggestions/suggestion-list";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import {
  answeredSuggestions,
  SUGGESTIONS_PAGE,
  waitingSuggestions,
} from "@/lib/desk/suggestions/suggestion-queries";

export const metadata: Metadata = { title: "Suggestions" };

const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const parametersSchema = z.object({ waiting: page, answered: page });

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What readers have sent. */
export default async function SuggestionsPage({ searchParams }: Asked) {
  const person = await requirePerson("suggestion.answer");
  const shown = parametersSchema.parse(await searchParams);
  const db = database();
  const [waiting, answered] = await Promise.all([
    waitingSuggestions(db, shown.waiting),
    answeredSuggestions(db, shown.answered),
  ]);
  return (
    <DeskFrame person={person} section="queue">
      <p className="text-muted text-sm">
        <a href="/desk/queue">Review</a>
      </p>
      <h1 className="mb-4 font-semibold text-3xl">Suggestions of readers</h1>
      <PageSection
        id="waiting"
        title={`Waiting: ${waiting.count.toLocaleString("en-GB")}`}
        note="The longest waiting come first."
      >
        {waiting.suggestions.length === 0 ? (
          <EmptyState>No suggestion waits for an answer.</EmptyState>
        ) : (
          <SuggestionList suggestions={waiting.suggestions} />
        )}
        <PagesNav
          page={shown.waiting}
          pages={Math.ceil(waiting.count / SUGGESTIONS_PAGE)}
          hrefOf={(number) => `/desk/suggestions?waiting=${number}`}
        />
      </PageSection>
      {answered.count > 0 && (
        <PageSection id="answered" title={`Answered: ${answered.count.toLocaleString("en-GB")}`}>
          <SuggestionList suggestions={answered.suggestions} />
          <PagesNav
            page={shown.answered}
            pages={Math.ceil(answered.count / SUGGESTIONS_PAGE)}
            hrefOf={(number) => `/desk/suggestions?answered=${number}#answered`}
          />
        </PageSection>
      )}
    </DeskFrame>
  );
}
