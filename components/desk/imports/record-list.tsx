import type { ListedRecord } from "@/lib/desk/imports/record-line";
import type { RowDecision } from "@/lib/desk/imports/row-decisions";
import { dateInShort } from "@/lib/values/dates/day";
import { isBounded, lossText } from "@/lib/values/money/loss-text";

interface RecordListProps {
  records: readonly ListedRecord[];
  /** What was decided of those that may be in the record already, by their numbers; null where nothing was yet. */
  doubtful: ReadonlyMap<number, RowDecision["how"] | "apart" | null>;
}

/** The records of a file in short: name, day, loss, and what would become of each. */
export function RecordList({ records, doubtful }: RecordListProps) {
  return (
    <table className="w-full text-left text-sm [overflow-wrap:anywhere]">
      <caption className="sr-only">Records of the file</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-rule-strong border-b align-bottom">
          <th scope="col" className="w-14 py-1 pr-4 text-right">
            Line
          </th>
          <th scope="col" className="py-1 pr-4">
            Record
          </th>
          <th scope="col" className="w-32 py-1 pr-4">
            Day
          </th>
          <th scope="col" className="w-24 py-1 pr-4 text-right">
            Loss
          </th>
          <th scope="col" className="w-40 py-1">
            Becomes
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.number} record={record} decided={doubtful.get(record.number)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  record: ListedRecord;
  /** Undefined where it is like nothing in the record. */
  decided: RowDecision["how"] | "apart" | null | undefined;
}

function Row({ record, decided }: RowProps) {
  const { number, line, list, name, day, changes, leftOut } = record;
  return (
    <tr className="border-rule border-b align-top max-sm:block max-sm:py-2">
      <td className="py-1 pr-4 text-muted tabular-nums max-sm:hidden sm:text-right">
        {line ?? number}
      </td>
      <td className="py-1 pr-4 max-sm:block max-sm:py-0">
        <Name record={record} />
        {list !== "incidents" && <span className="text-muted">, {KIND_LABELS[list]}</span>}
        {changes.length > 0 && !leftOut && (
          <details>
            <summary className="w-fit py-0.5 text-muted">
              What it changes: {changes.length.toLocaleString("en-GB")}
              <span className="sr-only"> in {name}</span>
            </summary>
            <ul className="mb-1 max-w-prose list-disc pl-5">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="whitespace-nowrap py-1 pr-4 max-sm:inline max-sm:py-0">
        {day === null ? "" : dateInShort(day)}
      </td>
      <td className="whitespace-nowrap py-1 pr-4 tabular-nums max-sm:inline max-sm:py-0 sm:text-right">
        {list === "incidents" && !hasProblems(record) && (
          <>
            {record.lossUsd === null && !isBounded(record) && (
              <span className="sm:hidden">loss </span>
            )}
            {lossText(record)}
          </>
        )}
      </td>
      <td className="py-1 max-sm:block max-sm:py-0">
        {decided === null && !leftOut && !hasProblems(record) ? (
          <a href="#duplicates">may be a duplicate</a>
        ) : (
          becomes(record, decided)
        )}
      </td>
    </tr>
  );
}

/** Its name, leading to what is in the record where it revises that. */
function Name({ record: { number, list, name, slug, becomes } }: { record: ListedRecord }) {
  const title = name === "" ? `record ${number}` : name;
  const held = becomes === "revised" || becomes === "unchanged";
  if (!held || slug === null || (list !== "incidents" && list !== "actors"))
    return <span className="font-semibold">{title}</span>;
  return (
    <a href={`/${list}/${slug}`} className="inline-block py-0.5 font-semibold">
      {title}
    </a>
  );
}

/** One with problems is not read to its end: what it says is not known, which is not the same as unknown. */
function hasProblems({ becomes }: ListedRecord): boolean {
  return becomes === null;
}

function becomes(record: ListedRecord, decided: RowProps["decided"]): string {
  const { becomes, leftOut, merged } = record;
  if (decided === "apart") return "went on by itself";
  if (leftOut || decided === "leave") return "left out";
  if (merged || decided === "merge") return "added to another";
  if (hasProblems(record)) return "has problems";
  switch (becomes) {
    case "new":
      return "new";
    case "revised":
      return "revises the published record";
    case "unchanged":
      return "unchanged";
    default:
      return "";
  }
}

const KIND_LABELS = {
  targets: "target",
  actors: "actor",
  figures: "published figure",
  knownAddresses: "service",
  coverage: "coverage",
};
