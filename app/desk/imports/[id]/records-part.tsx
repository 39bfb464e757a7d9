import type { ImportParameters } from "@/app/desk/imports/[id]/import-parameters";
import { RecordList } from "@/components/desk/imports/record-list";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import type { ImportInFull } from "@/lib/desk/imports/import";
import {
  listedCounts,
  listedRecords,
  RECORDS_PAGE,
} from "@/lib/desk/imports/listed-record-queries";
import { LISTED, type Listed } from "@/lib/desk/imports/record-line";
import type { RowDecision } from "@/lib/desk/imports/row-decisions";

const LISTED_LABELS: Record<Listed, string> = {
  all: "All",
  new: "New",
  revised: "Revised",
  unchanged: "Unchanged",
  merged: "Added to others",
  leftOut: "Left out",
};

/** The records of an import's file, and what would become of each; nothing before it was checked. */
export async function RecordsPart({
  found: { id, state, report, decisions },
  shown: { listed, records: page },
}: {
  found: ImportInFull;
  shown: ImportParameters;
}) {
  const db = database();
  const counts = await listedCounts(db, id);
  if (counts.all === 0) return null;
  const records = await listedRecords(db, id, listed, page);
  // What was decided is in the records themselves once it is settled.
  const doubtful = new Map<number, RowDecision["how"] | "apart" | null>(
    (state === "checked" ? report.duplicates : []).map(({ record }) => [
      record,
      decisions[record]?.how ?? null,
    ]),
  );
  for (const record of report.apart?.rows ?? []) doubtful.set(record, "apart");
  const hrefOf = (which: Listed, number = 1) =>
    `/desk/imports/${id}?listed=${which}${number === 1 ? "" : `&records=${number}`}#records`;
  return (
    <PageSection
      id="records"
      title={`Its records: ${counts.all.toLocaleString("en-GB")}`}
      note={
        state === "imported"
          ? "As they stood beside the record when this was checked."
          : "Beside the record as it stood when this was checked. What is published since is looked at again before anything is stored."
      }
    >
      <nav aria-label="Which records" className="-mx-2 mb-3 flex flex-wrap">
        {LISTED.filter((which) => which === "all" || which === listed || counts[which] > 0).map(
          (which) => (
            <a
              key={which}
              href={hrefOf(which)}
              aria-current={which === listed ? "page" : undefined}
              className="px-2 py-1 text-muted no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {which === "leftOut" && report.apart !== null
                ? "Left out or gone on"
                : LISTED_LABELS[which]}{" "}
              {counts[which].toLocaleString("en-GB")}
            </a>
          ),
        )}
      </nav>
      {records.length === 0 ? (
        <EmptyState>There are none here.</EmptyState>
      ) : (
        <RecordList records={records} doubtful={doubtful} />
      )}
      <PagesNav
        page={page}
        pages={Math.ceil(counts[listed] / RECORDS_PAGE)}
        hrefOf={(number) => hrefOf(listed, number)}
      />
    </PageSection>
  );
}
