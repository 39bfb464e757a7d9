import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { decline, takeUp } from "@/app/desk/suggestions/suggestion-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { Moment } from "@/components/desk/moment";
import { SuggestionText } from "@/components/desk/suggestions/suggestion-text";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { findSuggestion, type SuggestionInFull } from "@/lib/desk/suggestions/suggestion-queries";

export const metadata: Metadata = { title: "A suggestion" };

const idSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** One suggestion of a reader: read it, take it up or decline it. */
export default async function SuggestionPage({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson("suggestion.answer");
  const id = idSchema.safeParse((await params).id);
  const found = id.success ? await findSuggestion(database(), id.data) : null;
  if (found === null) notFound();
  return (
    <DeskFrame person={person} section="queue">
      <p className="text-muted text-sm">
        <a href="/desk/suggestions">Suggestions of readers</a>
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{found.title}</h1>
      <p className="mb-6 text-muted">
        Received <Moment at={found.receivedAt} />
      </p>
      <SuggestionText about={found.about} content={found.content} />
      {found.about === null && found.state === "waiting" && <Known found={found} />}
      {found.state === "waiting" ? <Answering found={found} /> : <Answer found={found} />}
    </DeskFrame>
  );
}

/** What the record or the desk may hold of it already. */
async function Known({ found }: { found: SuggestionInFull }) {
  const { name, when, loss, sources } = found.content;
  const typed = {
    name,
    target: name,
    occurredOn: when,
    lossUsd: loss,
    sources: sources.map((url) => ({ url })),
  };
  const duplicates = await findDuplicates(database(), typed, null);
  if (duplicates.length === 0) return null;
  return (
    <PageSection id="known" title="Already in the record?">
      <DuplicateList duplicates={duplicates} mayReview />
    </PageSection>
  );
}

function Answering({ found }: { found: SuggestionInFull }) {
  const hidden = { id: String(found.id) };
  return (
    <>
      <PageSection
        id="take-up"
        title="Accept it"
        note="Starts a draft of your own with its text. The sender sees that it was accepted and what came of it."
      >
        <DecisionForm
          id="taking"
          label="Accept it"
          action={takeUp}
          hidden={hidden}
          submit="Accept it"
        />
      </PageSection>
      <PageSection id="decline" title="Decline it">
        <DecisionForm
          id="declining"
          label="Decline it"
          action={decline}
          why={{
            name: "answer",
            hint: "The sender reads this under their private link.",
            maxLength: 2000,
          }}
          hidden={hidden}
          submit="Decline it"
          kind="danger"
        />
      </PageSection>
    </>
  );
}

function Answer({ found }: { found: SuggestionInFull }) {
  const { state, answer, answerer, answeredAt, proposal } = found;
  const by = answerer ?? "somebody";
  return (
    <Notice title={state === "taken" ? `Taken up by ${by}` : `Declined by ${by}`}>
      {answeredAt !== null && (
        <p className="text-sm">
          <Moment at={answeredAt} />
        </p>
      )}
      {answer !== "" && <p className="whitespace-pre-line">{answer}</p>}
      {proposal !== null && (
        <p>
          <a href={`/desk/proposals/${proposal.id}/review`}>What was written of it</a>
        </p>
      )}
    </Notice>
  );
}
