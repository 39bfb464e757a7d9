import type { ReactNode } from "react";
import { TextParts } from "@/components/histories/text-parts";
import { TextWithWithheld } from "@/components/sources/withheld-url";
import type { FieldDifference } from "@/lib/record/history/difference";

interface DifferenceTableProps {
  /** In the order in which they are read: those of one group beside each other. */
  differences: readonly FieldDifference[];
  /** Said where there are none. */
  none?: string;
  /** Whether each says what became of it; not for a record that is only shown. */
  marks?: boolean;
  /** Of the groups' headings, one below the heading that the table is under. */
  level?: "h3" | "h4";
  /** What else stands with each, below what it says. */
  beside?: Beside;
}

type Beside = (difference: FieldDifference) => ReactNode;

/** So many are shown of one group; a reader asks for the rest. */
const SHOWN = 30;
/** So many are listed at all: a page of ten thousand addresses would be read by nobody. */
const MOST = 1000;

/** What two revisions of a record say differently, each in words. */
export function DifferenceTable({
  differences,
  none = "Both say the same.",
  marks = true,
  level: Heading = "h3",
  beside,
}: DifferenceTableProps) {
  if (differences.length === 0) return <p className="text-muted">{none}</p>;
  const groups = [...new Set(differences.map(({ group }) => group))];
  return groups.map((group) => {
    const own = differences.filter((difference) => difference.group === group);
    return (
      <section key={group} className="mt-4 first:mt-0">
        <Heading className="border-rule border-b pb-1 font-sans font-semibold text-muted text-sm">
          {group}
        </Heading>
        <DifferenceList differences={own.slice(0, SHOWN)} marks={marks} beside={beside} />
        {own.length > SHOWN && (
          <details>
            <summary className="py-2 text-sm">
              {(own.length - SHOWN).toLocaleString("en-GB")} more
            </summary>
            <DifferenceList differences={own.slice(SHOWN, MOST)} marks={marks} beside={beside} />
            {own.length > MOST && (
              <p className="py-2 text-muted text-sm">
                … and {(own.length - MOST).toLocaleString("en-GB")} that are not listed here.
              </p>
            )}
          </details>
        )}
      </section>
    );
  });
}

function DifferenceList({
  differences,
  marks,
  beside,
}: {
  differences: readonly FieldDifference[];
  marks: boolean;
  beside: Beside | undefined;
}) {
  return (
    <dl>
      {differences.map((difference) => (
        <div
          key={difference.path}
          className="grid gap-x-4 border-rule border-b py-2 [overflow-wrap:anywhere] md:grid-cols-[minmax(10rem,1fr)_3fr]"
        >
          <dt className="text-sm">
            <TextWithWithheld text={difference.label} />{" "}
            {marks && <Mark change={difference.change} />}
          </dt>
          <dd className="min-w-0 whitespace-pre-line">
            <Said difference={difference} />
            {difference.remark !== undefined && (
              <p className="font-semibold text-sm">{difference.remark}</p>
            )}
            {beside?.(difference)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const MARKS = {
  added: ["+ added", "text-positive"],
  removed: ["− removed", "text-negative"],
  changed: ["changed", "text-muted"],
} as const;

function Mark({ change }: { change: FieldDifference["change"] }) {
  const [words, colour] = MARKS[change];
  return <span className={`inline-block whitespace-nowrap text-xs ${colour}`}>{words}</span>;
}

function Said({
  difference: { change, before, after, growth, parts },
}: {
  difference: FieldDifference;
}) {
  if (parts !== null) return <TextParts parts={parts} />;
  if (change === "added")
    return after === null ? (
      "yes"
    ) : (
      <ins className="no-underline">
        <TextWithWithheld text={after} />
      </ins>
    );
  if (change === "removed")
    return (
      <del>
        <TextWithWithheld text={before ?? "yes"} />
      </del>
    );
  return (
    <>
      <del className="text-muted">
        <TextWithWithheld text={before ?? "nothing"} />
      </del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> became </span>
      <ins className="font-semibold no-underline">
        <TextWithWithheld text={after ?? "nothing"} />
      </ins>
      {growth !== null && <span className="text-muted"> ({growth})</span>}
    </>
  );
}
