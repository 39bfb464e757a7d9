import { Moment } from "@/components/desk/moment";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import type { SinceReturned } from "@/lib/desk/proposals/round";

/** What its author changed since it was returned last. */
export function SinceReturnedPart({ since }: { since: SinceReturned }) {
  return (
    <PageSection
      id="since-returned"
      title="What changed since it was returned"
      note={
        <>
          By {since.by ?? "a reviewer"}, <Moment at={since.at} />:{" "}
          <q className="whitespace-pre-line [overflow-wrap:anywhere]">{since.reason}</q>
        </>
      }
    >
      <DifferenceTable
        differences={since.differences}
        none="Nothing: it says what it said when it was returned."
      />
    </PageSection>
  );
}
