import { Moment } from "@/components/desk/moment";
import { LinkedText } from "@/components/ui/linked-text";
import { HAPPENING_WORDS, type HappeningKind } from "@/lib/desk/proposals/happening";

interface HappeningListProps {
  /** The earliest first. */
  happenings: readonly {
    id: number;
    kind: HappeningKind;
    at: Date;
    text: string;
    by: { name: string } | null;
  }[];
}

/** All that happened to a proposal and was said about it, as it went. */
export function HappeningList({ happenings }: HappeningListProps) {
  return (
    <ol className="border-rule border-t">
      {happenings.map(({ id, kind, at, text, by }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <span className="text-muted text-sm">
            <span className="text-ink">{by?.name ?? "A reader"}</span> {HAPPENING_WORDS[kind]},{" "}
            <Moment at={at} />
          </span>
          {text !== "" && (
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">
              <LinkedText text={text} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
