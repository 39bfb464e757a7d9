import { DuplicateList } from "@/components/desk/duplicate-list";
import { ServedSelect } from "@/components/desk/ui/served-field";
import type { DuplicateRow, ImportChoice } from "@/lib/desk/imports/import";
import { decisionText, type RowDecisions } from "@/lib/desk/imports/row-decisions";

interface DuplicateRowsProps {
  rows: readonly DuplicateRow[];
  /** What was decided of each so far, to be changed; null for who only looks. */
  decisions: RowDecisions | null;
  /** What becomes of them as it was handed in; null before. */
  choice: ImportChoice | null;
  /** The numbers of those that went on as an import of their own. */
  apart: readonly number[];
}

/** Records of a file that may be in it twice, or in the record already, and why it is thought so. */
export function DuplicateRows({ rows, decisions, choice, apart }: DuplicateRowsProps) {
  return (
    <ul className="mt-4 grid gap-x-10 gap-y-8 lg:grid-cols-2">
      {rows.map((row) => (
        <li key={row.record} className="min-w-0">
          <p className="font-semibold [overflow-wrap:anywhere]">
            {row.name}{" "}
            <span className="font-normal text-muted text-sm">
              {row.line === null ? `record ${row.record}` : `line ${row.line}`}
            </span>
          </p>
          <DuplicateList duplicates={row.duplicates} mayReview />
          {decisions !== null && <DecisionSelect row={row} decisions={decisions} />}
          {choice !== null && (
            <p className="mt-1 text-sm [overflow-wrap:anywhere]">
              Decided: <strong className="font-semibold">{decidedText(row, choice, apart)}</strong>
            </p>
          )}
          <Additions row={row} choice={choice} />
        </li>
      ))}
    </ul>
  );
}

function DecisionSelect({ row, decisions }: { row: DuplicateRow; decisions: RowDecisions }) {
  const value = decisionText(decisions[row.record]);
  return (
    <div className="mt-2">
      <label htmlFor={`row-${row.record}`} className="sr-only">
        What becomes of {row.name === "" ? `record ${row.record}` : row.name}
      </label>
      <ServedSelect
        id={`row-${row.record}`}
        name={`row-${row.record}`}
        nothing="not decided"
        options={[
          ...row.duplicates.flatMap(({ of, name, occurredOn }) =>
            of.where === "record"
              ? [
                  {
                    value: `merge:${of.recordId}`,
                    label: `add its estimate and sources to ${name}${occurredOn === null ? "" : `, ${occurredOn}`}`,
                  },
                ]
              : [],
          ),
          { value: "leave", label: "leave it out" },
          { value: "new", label: "import it: it is another incident" },
        ]}
        served={value}
      />
    </div>
  );
}

function decidedText(
  { record, duplicates }: DuplicateRow,
  choice: ImportChoice,
  apart: readonly number[],
): string {
  if (apart.includes(record)) return "nothing yet; it went on with the import of its own";
  const into = choice.merged.find((merge) => merge.record === record)?.into;
  if (into === undefined)
    return choice.leftOut.includes(record) ? "left out" : "imported too, as another";
  const found = duplicates.find(({ of }) => of.where === "record" && of.recordId === into);
  return `its estimate and sources are added to ${found?.name ?? "a published incident"}`;
}

/** What adding the row would change of each incident that it looks like; of the chosen one alone once it is handed in. */
function Additions({ row, choice }: { row: DuplicateRow; choice: ImportChoice | null }) {
  const into = choice?.merged.find(({ record }) => record === row.record)?.into;
  const shown = row.duplicates.flatMap(({ of, name, adds }) =>
    of.where === "record" && (choice === null || of.recordId === into) ? [{ of, name, adds }] : [],
  );
  if (shown.length === 0) return null;
  return (
    <details className="mt-1 text-sm" open={choice !== null}>
      <summary className="w-fit py-0.5 text-muted">What adding it changes</summary>
      {shown.map(({ of, name, adds }) => (
        <div key={of.slug} className="[overflow-wrap:anywhere]">
          {shown.length > 1 && <p className="mt-1 font-semibold">{name}</p>}
          {adds.length === 0 ? (
            <p>Nothing: its sources and sums are there already.</p>
          ) : (
            <ul className="list-disc pl-5">
              {adds.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </details>
  );
}
