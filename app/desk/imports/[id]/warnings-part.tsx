import {
  type ImportParameters,
  ON_A_PAGE,
  pageOf,
} from "@/app/desk/imports/[id]/import-parameters";
import { FileProblems } from "@/components/desk/imports/file-problems";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { groupedProblems } from "@/lib/desk/imports/grouped-problems";
import type { ImportInFull } from "@/lib/desk/imports/import";

/** What somebody should look at in a file; nothing where there are no warnings. */
export function WarningsPart({ found, shown }: { found: ImportInFull; shown: ImportParameters }) {
  const { doubts, doubtCount } = found.report;
  if (doubtCount === 0) return null;
  const groups = groupedProblems(doubts);
  return (
    <PageSection
      id="doubts"
      title={`To look at: ${doubtCount.toLocaleString("en-GB")}`}
      note="Warnings only: they do not stop a publication."
    >
      <FileProblems caption="Warnings" problems={pageOf(groups, shown.doubts)} />
      <PagesNav
        page={shown.doubts}
        pages={Math.ceil(groups.length / ON_A_PAGE)}
        hrefOf={(number) => `/desk/imports/${found.id}?doubts=${number}#doubts`}
      />
    </PageSection>
  );
}
