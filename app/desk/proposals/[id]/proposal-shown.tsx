import { reopen, takeBack, withdraw } from "@/app/desk/proposals/[id]/proposal-actions";
import { Moment } from "@/components/desk/moment";
import { ProposalHistory } from "@/components/desk/proposal-history";
import { TypedView } from "@/components/desk/typed-view";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import type { Person } from "@/lib/access/access";
import { database } from "@/lib/db/client";
import { openCopies, proposalHistory } from "@/lib/proposals/history-queries";
import { isOpen, STATE_WORDS } from "@/lib/proposals/proposal";
import type { ProposalInFull } from "@/lib/proposals/proposal-queries";
import { publishedEntry } from "@/lib/proposals/published-entry-queries";

interface ProposalShownProps {
  person: Person;
  proposal: ProposalInFull;
}

/** A proposal to read: where it stands, what became of it, what it says. */
export async function ProposalShown({ person, proposal }: ProposalShownProps) {
  const db = database();
  const { id, kind, state, content, note } = proposal;
  const own = proposal.authorId === person.id;
  const events = await proposalHistory(db, id);
  const copies = own ? await openCopies(db, id) : [];
  const last = events.findLast(({ kind: what }) => what === "returned" || what === "withdrawn");
  const hidden = { proposalId: String(id) };
  return (
    <>
      <Notice kind={state === "published" ? "done" : "know"} title={`It is ${STATE_WORDS[state]}.`}>
        {isOpen(state) && !own && <p>Only its author can write in it while it is a draft.</p>}
        {state === "withdrawn" && last !== undefined && last.text !== "" && (
          <p className="whitespace-pre-line">{last.text}</p>
        )}
        {state === "published" && <WherePublished proposal={proposal} />}
        {(state === "inReview" || state === "returned") && (
          <p>
            <a href={`/desk/proposals/${id}/review`}>Its review</a>
          </p>
        )}
      </Notice>
      {copies.map((copy) => (
        <Notice key={copy.id} kind="mind">
          <p>
            Text typed until <Moment at={copy.savedAt} /> came too late and is kept aside:{" "}
            <a href={`/desk/proposals/${id}/merge?copy=${copy.id}`}>see it</a>.
          </p>
        </Notice>
      ))}
      {own && state === "inReview" && (
        <div className="mt-4 flex flex-wrap gap-x-10 gap-y-4">
          <PlainForm
            id="take-back"
            label="Take it back"
            action={takeBack}
            fields={[]}
            hidden={hidden}
            submit="Take it back to write on"
          />
          <details>
            <summary className="w-fit py-1 text-muted">Withdraw it</summary>
            <PlainForm
              id="withdraw"
              label="Withdraw it"
              action={withdraw}
              fields={[{ name: "reason", label: "Why", type: "area", maxLength: 2000 }]}
              hidden={hidden}
              submit="Withdraw"
              kind="danger"
            />
          </details>
        </div>
      )}
      {own && state === "withdrawn" && (
        <div className="mt-4">
          <PlainForm
            id="reopen"
            label="Take it up again"
            action={reopen}
            fields={[]}
            hidden={hidden}
            submit="Take it up again"
          />
        </div>
      )}
      {note !== "" && (
        <PageSection id="note" title="For the history">
          <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
        </PageSection>
      )}
      <PageSection id="typed" title="What it says">
        <TypedView kind={kind} content={content} />
      </PageSection>
      <PageSection id="events" title="What happened">
        <ProposalHistory events={events} />
      </PageSection>
    </>
  );
}

async function WherePublished({ proposal }: { proposal: ProposalInFull }) {
  const { kind, recordId, publishedIn } = proposal;
  const entry = recordId === null ? null : await publishedEntry(database(), kind, recordId);
  const slug = entry?.slug ?? null;
  return (
    <p>
      In <a href={`/v/${publishedIn}`}>version {publishedIn}</a> of the record
      {slug !== null && (
        <>
          ; see <a href={`/${kind}s/${slug}`}>its page</a>
        </>
      )}
      .
    </p>
  );
}
