import {
  DECIDED,
  type Decided,
  type ImportParameters,
  ON_A_PAGE,
  pageOf,
} from "@/app/desk/imports/[id]/import-parameters";
import { decideEach } from "@/app/desk/imports/import-actions";
import { DuplicateRows } from "@/components/desk/imports/duplicate-rows";
import { RowDecisionsForm } from "@/components/desk/imports/row-decisions-form";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import type { ImportInFull } from "@/lib/desk/imports/import";

const DECIDED_LABELS: Record<Decided, string> = {
  all: "All",
  open: "Not decided",
  merge: "Added to others",
  leave: "Left out",
  new: "Imported",
};

interface DuplicatesPartProps {
  found: ImportInFull;
  shown: ImportParameters;
  /** Whether it is theirs who look at it: they decide. */
  own: boolean;
}

/** Rows of a checked file that may be in the record already, and what is decided of each. */
export function DuplicatesPart({ found, shown, own }: DuplicatesPartProps) {
  const { id, decisions, report } = found;
  const { duplicates } = report;
  const decidedOf = (record: number): Decided => decisions[record]?.how ?? "open";
  const counts = { all: duplicates.length, open: 0, merge: 0, leave: 0, new: 0 };
  for (const { record } of duplicates) counts[decidedOf(record)]++;
  const listed = duplicates.filter(
    ({ record }) => shown.decided === "all" || decidedOf(record) === shown.decided,
  );
  const striking = duplicates.filter(
    ({ record, duplicates: [likeliest] }) =>
      decidedOf(record) === "open" && likeliest?.mustBeAnswered === true,
  ).length;
  const queryOf = (decided: Decided, page = 1) =>
    `?decided=${decided}${page === 1 ? "" : `&duplicates=${page}`}`;
  const hrefOf = (decided: Decided, page = 1) =>
    `/desk/imports/${id}${queryOf(decided, page)}#duplicates`;
  const rows = pageOf(listed, shown.duplicates);
  const list = (
    <>
      {rows.length === 0 ? (
        <EmptyState>There are none here.</EmptyState>
      ) : (
        <DuplicateRows rows={rows} decisions={own ? decisions : null} choice={null} apart={[]} />
      )}
      <PagesNav
        page={shown.duplicates}
        pages={Math.ceil(listed.length / ON_A_PAGE)}
        hrefOf={(page) => hrefOf(shown.decided, page)}
      />
    </>
  );
  return (
    <PageSection
      id="duplicates"
      title={`Records that may be duplicates: ${duplicates.length.toLocaleString("en-GB")}`}
    >
      <nav aria-label="Which rows" className="-mx-2 mb-3 flex flex-wrap">
        {DECIDED.filter(
          (which) => which === "all" || which === shown.decided || counts[which] > 0,
        ).map((which) => (
          <a
            key={which}
            href={hrefOf(which)}
            aria-current={which === shown.decided ? "page" : undefined}
            className="px-2 py-1 text-muted no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {DECIDED_LABELS[which]} {counts[which].toLocaleString("en-GB")}
          </a>
        ))}
      </nav>
      {own ? (
        <RowDecisionsForm
          id={id}
          action={decideEach}
          back={queryOf(shown.decided, shown.duplicates)}
          open={counts.open}
          striking={striking}
        >
          {list}
        </RowDecisionsForm>
      ) : (
        list
      )}
    </PageSection>
  );
}
