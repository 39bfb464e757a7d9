import { Suspense } from "react";
import { ImpactPanel } from "@/components/desk/impact-panel";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { ImportInFull } from "@/lib/desk/imports/import";
import { previewImport } from "@/lib/desk/imports/import-impact-commands";

interface ImpactPartProps {
  found: ImportInFull;
  person: Person;
  asked: boolean;
}

/** What publishing an import would move, where somebody asks: the rest of the page does not wait for it. */
export function ImpactPart({ found, person, asked }: ImpactPartProps) {
  const records = found.rows.toLocaleString("en-GB");
  return (
    <PageSection id="impact" title="What publishing it would move">
      {asked ? (
        <Suspense
          fallback={
            <p role="status">
              Publishing {records} {found.rows === 1 ? "record" : "records"} and undoing it again:
              this takes up to half a minute for ten thousand …
            </p>
          }
        >
          <Moved id={found.id} person={person} />
        </Suspense>
      ) : (
        <>
          <p className="max-w-prose">
            Totals, ranks and comparisons, before and after. It is worked out by publishing all of
            it and undoing that again; nobody sees any of it, and nothing else is published
            meanwhile.
          </p>
          <p className="mt-3">
            <a href={`/desk/imports/${found.id}?impact=asked#impact`}>
              Work out what it would move
            </a>
          </p>
        </>
      )}
    </PageSection>
  );
}

async function Moved({ id, person }: { id: number; person: Person }) {
  const previewed = await previewImport(database(), person, id);
  if ("impact" in previewed) return <ImpactPanel impact={previewed.impact} />;
  const why =
    "refused" in previewed
      ? previewed.refused
      : `It could not be published as it stands. ${previewed.problems[0]?.message ?? ""}`;
  return (
    <>
      <p>{why}</p>
      <p className="mt-3">
        <a href={`/desk/imports/${id}?impact=asked#impact`}>Try again</a>
      </p>
    </>
  );
}
