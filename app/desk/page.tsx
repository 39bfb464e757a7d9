import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { OpenImports } from "@/components/desk/imports/open-imports";
import { Age, Moment } from "@/components/desk/moment";
import { NewRecordLinks } from "@/components/desk/new-record-links";
import { ProposalList, titleOf } from "@/components/desk/proposal-list";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { openImports, submittedByOthers } from "@/lib/desk/imports/import-queries";
import { PROPOSAL_STATES, type ProposalState } from "@/lib/desk/proposals/proposal";
import {
  claimedReviews,
  type OwnProposal,
  ownProposals,
  QUEUE_PAGE,
  unclaimedCount,
  waitingCopies,
} from "@/lib/desk/proposals/queue-queries";
import { waitingSuggestions } from "@/lib/desk/suggestions/suggestion-queries";

export const metadata: Metadata = { title: "My work" };

/** So many of each kind are on the first page. */
const SHOWN = 10;

const parametersSchema = z.object({
  show: z.enum(PROPOSAL_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const SECTIONS: readonly { state: ProposalState; title: string; note: string }[] = [
  {
    state: "draft",
    title: "Drafts",
    note: "Saved as you type; nobody else can read them but editors.",
  },
  {
    state: "inReview",
    title: "In review",
    note: "Submitted; somebody else reads them before they are published.",
  },
  { state: "published", title: "Published", note: "What you wrote that went into the record." },
  {
    state: "withdrawn",
    title: "Withdrawn",
    note: "Kept, with the reason; you can take them up again.",
  },
];

/** What somebody works on, what needs them first. */
export default async function WorkPage({ searchParams }: PageProps<"/desk">) {
  const person = await requirePerson("proposal.read");
  const { show, page } = parametersSchema.parse(await searchParams);
  return (
    <DeskFrame person={person} section="work">
      <h1 className="font-semibold text-3xl">My work</h1>
      {show === undefined ? (
        <Everything person={person} />
      ) : (
        <OneState {...{ person, show, page }} />
      )}
    </DeskFrame>
  );
}

async function Everything({ person }: { person: Person }) {
  const db = database();
  const [returned, copies, imports, ...lists] = await Promise.all([
    ownProposals(db, person, "returned", 1, QUEUE_PAGE),
    waitingCopies(db, person),
    openImports(db, person),
    ...SECTIONS.map(({ state }) => ownProposals(db, person, state, 1, SHOWN)),
  ]);
  const nothing =
    returned.count +
      copies.length +
      imports.length +
      lists.reduce((sum, { count }) => sum + count, 0) ===
    0;
  return (
    <>
      <NewRecordLinks />
      {may(person, "proposal.review") && <Reviews person={person} />}
      {copies.length > 0 && (
        <PageSection
          id="copies"
          title="Typed twice"
          note="Somebody saved in another tab or on another machine while this was typed. Both are kept."
        >
          <ul className="border-rule border-t">
            {copies.map((copy) => (
              <li key={copy.id} className="border-rule border-b py-2">
                <a href={`/desk/proposals/${copy.proposalId}/merge?copy=${copy.id}`}>
                  {titleOf({ id: copy.proposalId, kind: "incident", title: copy.title })}
                </a>
                , typed <Moment at={copy.savedAt} />
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {returned.count > 0 && (
        <PageSection
          id="returned"
          title="Returned to you"
          note="Read why, mend it, and submit it again."
        >
          <OwnList proposals={returned.proposals} />
        </PageSection>
      )}
      {imports.length > 0 && (
        <PageSection
          id="imports"
          title="Imports"
          note="Your files that are neither imported nor discarded."
        >
          <OpenImports imports={imports} />
        </PageSection>
      )}
      {nothing && (
        <div className="mt-8">
          <EmptyState>
            <p>
              Nothing is waiting for you. Begin a new incident, or find a record to correct under{" "}
              <a href="/desk/records">Records</a>.
            </p>
          </EmptyState>
        </div>
      )}
      {SECTIONS.map(({ state, title, note }, index) => {
        const list = lists[index];
        if (list === undefined || list.count === 0) return null;
        return (
          <PageSection key={state} id={state} title={title} note={note}>
            <OwnList proposals={list.proposals} />
            {list.count > SHOWN && (
              <p className="mt-2">
                <a href={`/desk?show=${state}`}>All {list.count.toLocaleString("en-GB")}</a>
              </p>
            )}
          </PageSection>
        );
      })}
    </>
  );
}

async function OneState({
  person,
  show,
  page,
}: {
  person: Person;
  show: ProposalState;
  page: number;
}) {
  const { proposals, count } = await ownProposals(database(), person, show, page);
  const pages = Math.max(1, Math.ceil(count / QUEUE_PAGE));
  if (page > pages) redirect(`/desk?show=${show}&page=${pages}`);
  const title =
    show === "returned" ? "Returned to you" : SECTIONS.find(({ state }) => state === show)?.title;
  return (
    <>
      <p className="mt-1">
        <a href="/desk">All my work</a>
      </p>
      <PageSection id={show} title={title ?? show}>
        {proposals.length === 0 ? (
          <EmptyState>There are none here.</EmptyState>
        ) : (
          <OwnList proposals={proposals} />
        )}
        <PagesNav
          page={page}
          pages={pages}
          hrefOf={(number) => `/desk?show=${show}&page=${number}`}
        />
      </PageSection>
    </>
  );
}

function OwnList({ proposals }: { proposals: readonly OwnProposal[] }) {
  return (
    <ProposalList
      proposals={proposals}
      hrefOf={({ id, state }) =>
        state === "draft" || state === "returned"
          ? `/desk/proposals/${id}`
          : `/desk/proposals/${id}/review`
      }
      about={(proposal) => <About proposal={proposal} />}
    />
  );
}

function About({ proposal }: { proposal: OwnProposal }): ReactNode {
  const { state, savedAt, submittedAt, reviewer, publishedIn, returned } = proposal;
  if (state === "published") return `in version ${publishedIn}`;
  if (state === "inReview") {
    return (
      <>
        submitted <Moment at={submittedAt ?? savedAt} />
        {reviewer === null ? "; nobody has claimed it yet" : `; ${reviewer.name} reads it`}
      </>
    );
  }
  if (state === "draft" || returned === null) {
    return (
      <>
        last saved <Moment at={savedAt} />
      </>
    );
  }
  return (
    <>
      {state} by {returned.by ?? "the desk"} <Moment at={returned.at} />
      {returned.reason !== "" && (
        <span className="mt-1 block border-rule-strong border-l-2 pl-3 whitespace-pre-line text-ink">
          {returned.reason}
        </span>
      )}
    </>
  );
}

/** What an editor has claimed, and what waits for anybody. */
async function Reviews({ person }: { person: Person }) {
  const db = database();
  const [claimed, unclaimed, imports, suggested] = await Promise.all([
    claimedReviews(db, person),
    unclaimedCount(db),
    submittedByOthers(db, person),
    waitingSuggestions(db),
  ]);
  if (claimed.length + unclaimed + imports + suggested.count === 0) return null;
  const now = new Date();
  return (
    <PageSection id="reviews" title="To review">
      {claimed.length > 0 && (
        <ProposalList
          proposals={claimed}
          hrefOf={({ id }) => `/desk/proposals/${id}/review`}
          about={({ author, submittedAt, savedAt }) => (
            <>
              by {author?.name ?? "nobody"}, waiting <Age at={submittedAt ?? savedAt} now={now} />,
              claimed by you
            </>
          )}
        />
      )}
      {unclaimed > 0 && (
        <p className="mt-2">
          <a href="/desk/queue">
            {unclaimed === 1
              ? "One proposal waits"
              : `${unclaimed.toLocaleString("en-GB")} proposals wait`}{" "}
            for a reviewer
          </a>
        </p>
      )}
      {imports > 0 && (
        <p className="mt-2">
          <a href="/desk/queue#imports">
            {imports === 1 ? "One import waits" : `${imports.toLocaleString("en-GB")} imports wait`}{" "}
            for another editor
          </a>
        </p>
      )}
      {suggested.count > 0 && (
        <p className="mt-2">
          <a href="/desk/suggestions">
            {suggested.count === 1
              ? "One suggestion of a reader waits"
              : `${suggested.count.toLocaleString("en-GB")} suggestions of readers wait`}{" "}
            for an answer
          </a>
        </p>
      )}
    </PageSection>
  );
}
