import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { claimTicked, releaseTicked } from "@/app/desk/worklists/[name]/claim-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Button } from "@/components/desk/ui/button";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { ClaimNotice } from "@/components/desk/worklists/claim-notice";
import { rowFormId, WorklistRecords } from "@/components/desk/worklists/worklist-records";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { bulkOptions } from "@/lib/desk/bulk/bulk-change";
import { counted } from "@/lib/desk/bulk/bulk-edit";
import { thresholdNow } from "@/lib/desk/worklists/thin-month-queries";
import { findWorklist, WORKLIST_PAGE } from "@/lib/desk/worklists/worklist";
import { claimsOn } from "@/lib/desk/worklists/worklist-claim-queries";
import { worklistPage } from "@/lib/desk/worklists/worklist-queries";

type WorklistPageProps = PageProps<"/desk/worklists/[name]">;

export async function generateMetadata({ params }: WorklistPageProps): Promise<Metadata> {
  const list = findWorklist((await params).name);
  return { title: list === null ? "Worklist" : `${list.title} — worklist` };
}

const countSchema = z.coerce.number().int().min(0).max(1000).optional().catch(undefined);
const parametersSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  claimed: countSchema,
  held: countSchema,
  gone: countSchema,
  released: countSchema,
});

/** The records of a worklist, to be claimed and corrected. */
export default async function WorklistPage({ params, searchParams }: WorklistPageProps) {
  const person = await requirePerson("proposal.write");
  const list = findWorklist((await params).name);
  if (list === null) notFound();
  const { page, ...outcome } = parametersSchema.parse(await searchParams);
  const db = database();
  const { records, count } = await worklistPage(db, list, page);
  // A page past the end counts nothing itself.
  if (count === 0 && page > 1) redirect(`/desk/worklists/${list.name}`);
  const claims = await claimsOn(
    db,
    list.kind,
    records.map(({ recordId }) => recordId),
  );
  const threshold = list.name === "thin-months" ? await thresholdNow(db) : null;
  const together = may(person, "import.run") && bulkOptions(list.kind).length > 0;
  const inForms = (
    <>
      <input type="hidden" name="list" value={list.name} />
      <input type="hidden" name="page" value={page} />
    </>
  );
  return (
    <DeskFrame person={person} section="worklists">
      <p className="text-muted text-sm">
        <a href="/desk/worklists">Worklists</a>
      </p>
      <h1 className="font-semibold text-3xl">{list.title}</h1>
      <p className="mt-2 mb-4 max-w-prose text-muted">{list.note}</p>
      {threshold !== null && (
        <p className="mb-4 max-w-prose text-muted text-sm">
          The coverage’s own threshold: {threshold}
        </p>
      )}
      <ClaimNotice {...outcome} />
      {count === 0 ? (
        <EmptyState>Nothing is left to do here.</EmptyState>
      ) : (
        <>
          <p className="text-muted text-sm">
            {list.kind === "coverage"
              ? `${count.toLocaleString("en-GB")} ${count === 1 ? "month" : "months"}, those that fall furthest short first`
              : `${counted(count, list.kind)}, the largest first`}
          </p>
          <form action="/desk/records/bulk" method="get">
            <input type="hidden" name="kind" value={list.kind} />
            {inForms}
            <WorklistRecords
              kind={list.kind}
              records={records}
              claims={claims}
              readerId={person.id}
              now={new Date()}
            />
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button kind="quiet" formAction={claimTicked}>
                Claim the selected
              </Button>
              <Button kind="quiet" formAction={releaseTicked}>
                Release the selected
              </Button>
              {together && <Button kind="quiet">Edit the selected together</Button>}
            </div>
          </form>
          {records.map(({ recordId }) => {
            const claim = claims.get(recordId);
            return (
              <form
                key={recordId}
                id={rowFormId(recordId)}
                action={claim?.by.id === person.id ? releaseTicked : claimTicked}
              >
                {inForms}
                <input type="hidden" name="record" value={recordId} />
                {claim !== undefined && <input type="hidden" name="from" value={claim.by.id} />}
              </form>
            );
          })}
        </>
      )}
      <PagesNav
        page={page}
        pages={Math.ceil(count / WORKLIST_PAGE)}
        hrefOf={(to) => `/desk/worklists/${list.name}?page=${to}`}
      />
    </DeskFrame>
  );
}
