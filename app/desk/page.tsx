import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { OpenImports } from "@/components/desk/imports/open-imports";
import { NewRecordLinks } from "@/components/desk/new-record-links";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { NewsList } from "@/components/desk/watching/news-list";
import { OwnProposalList } from "@/components/desk/work/own-proposal-list";
import { WaitingCopies } from "@/components/desk/work/waiting-copies";
import { WaitingReviews } from "@/components/desk/work/waiting-reviews";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { openImports, submittedByOthers } from "@/lib/desk/imports/import-queries";
import { PROPOSAL_STATES, type ProposalState } from "@/lib/desk/proposals/proposal";
import {
  claimedReviews,
  ownProposals,
  QUEUE_PAGE,
  unclaimedCount,
  waitingCopies,
} from "@/lib/desk/proposals/queue-queries";
import { waitingSuggestions } from "@/lib/desk/suggestions/suggestion-queries";
import { newsForReader } from "@/lib/desk/watching/watching-queries";

export const metadata: Metadata = { title: "My work" };

/** So many of each kind are on the first page. */
const SHOWN = 10;
const NEWS_SHOWN = 5;

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
    note: "Kept, with the reason; you can reopen them.",
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
      <NewForYou person={person} />
      {may(person, "proposal.review") && <Reviews person={person} />}
      {copies.length > 0 && <WaitingCopies copies={copies} />}
      {returned.count > 0 && (
        <PageSection
          id="returned"
          title="Returned to you"
          note="Read why, correct it and submit it again."
        >
          <OwnProposalList proposals={returned.proposals} />
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
            <OwnProposalList proposals={list.proposals} />
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

/** What there is to tell that was not read yet; of nothing, only where that would be. */
async function NewForYou({ person }: { person: Person }) {
  const now = new Date();
  const unread = (await newsForReader(database(), person)).filter((each) => each.unread);
  if (unread.length === 0)
    return (
      <p className="mt-4 text-sm">
        <a href="/desk/watching">What you watch</a>
      </p>
    );
  return (
    <PageSection id="new-for-you" title="New for you">
      <NewsList news={unread.slice(0, NEWS_SHOWN)} now={now} />
      <p className="mt-2">
        <a href="/desk/watching">All of it, and what you watch</a>
      </p>
    </PageSection>
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
          <OwnProposalList proposals={proposals} />
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
  return (
    <WaitingReviews
      claimed={claimed}
      unclaimed={unclaimed}
      imports={imports}
      suggestions={suggested.count}
    />
  );
}
