import type { Links } from "@/lib/site/urls/links";
import { changeText, exactText, numberText } from "@/lib/statistics/changes/amount-text";
import { CHANGE_KINDS } from "@/lib/statistics/changes/changes";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { NumberMove } from "@/lib/statistics/numbers/number-move";
import { dateText } from "@/lib/values/dates/day";

interface NumberMovesProps {
  rule: NumberRule;
  moves: readonly NumberMove[];
  /** Whether there may be earlier moves that the list does not hold. */
  isCut: boolean;
  links: Links;
}

/** How a number came to what it is: the latest versions that moved it, newest first, and why each did. */
export function NumberMoves({ rule, moves, isCut, links }: NumberMovesProps) {
  const { version } = links.reference;
  if (moves.length === 0) return <p>No version of the record has moved this number.</p>;
  return (
    <>
      <ol>
        {moves.map((move) => (
          <li key={move.version.number} className="border-rule border-b py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span>
                <MoveLink move={move} rule={rule} links={links} />
                <span className="text-muted">, {dateText(move.version.publishedOn)}</span>
              </span>
              <span>
                <data
                  value={move.after.exact}
                  title={exactText(rule.measure, move.after.amount)}
                  className="font-semibold"
                >
                  {numberText(rule.measure, move.after.amount)}
                </data>{" "}
                <span className="text-muted text-sm">
                  {move.version.number === 1
                    ? "at first"
                    : changeText(rule.measure, move.after.amount - move.before.amount)}
                </span>
              </span>
            </p>
            {move.parts.length > 0 && <p className="text-sm">{reasons(move)}</p>}
            <p className="text-muted text-sm">{move.version.note}</p>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm">
        {isCut && "Earlier moves are left out here. "}
        {version > 1 && (
          <a href={links.changes({ from: 1, to: version, rule })}>
            What changed since version 1, incident by incident
          </a>
        )}
      </p>
    </>
  );
}

/** `Added: 3 incidents; Loss revised: 1 incident`. */
function reasons({ parts }: NumberMove): string {
  return parts
    .map(
      ({ kind, incidents }) =>
        `${CHANGE_KINDS[kind].label}: ${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`,
    )
    .join("; ");
}

function MoveLink({
  move: { version },
  rule,
  links,
}: {
  move: NumberMove;
  rule: NumberRule;
  links: Links;
}) {
  const name = <span className="font-semibold">Version {version.number}</span>;
  if (version.number === 1) return name;
  return <a href={links.changes({ from: version.number - 1, to: version.number, rule })}>{name}</a>;
}
