import { ImpactPanel } from "@/components/desk/impact-panel";
import { ProblemList } from "@/components/desk/problem-list";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { previewImpact } from "@/lib/desk/impact/impact-commands";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/** What publishing a proposal would move; why it cannot be published where it cannot. */
export async function ImpactPart({
  person,
  identified,
  beside,
}: {
  person: Person;
  identified: RecordToPublish;
  /** What is published with it; null for nothing. */
  beside: RecordToPublish | null;
}) {
  const previewed = await previewImpact(database(), person, [
    identified,
    ...(beside === null ? [] : [beside]),
  ]);
  return (
    <section aria-labelledby="impact" className="border-rule-strong border-t-2 pt-3">
      <h2 id="impact" className="font-semibold text-2xl">
        What publishing it would move
      </h2>
      {"impact" in previewed ? (
        <ImpactPanel impact={previewed.impact} />
      ) : "problems" in previewed ? (
        <ProblemList kind={identified.kind} problems={previewed.problems} />
      ) : (
        <p className="mt-1">{previewed.refused}</p>
      )}
    </section>
  );
}
