import { Moment } from "@/components/desk/moment";
import { LinkedText } from "@/components/ui/linked-text";
import { EVENT_TEXT, type ProposalEventKind } from "@/lib/desk/proposals/proposal-event";

interface EventListProps {
  /** The earliest first. */
  events: readonly {
    id: number;
    kind: ProposalEventKind;
    at: Date;
    text: string;
    by: { name: string } | null;
  }[];
}

/** All that happened to a proposal and was said about it, as it went. */
export function EventList({ events }: EventListProps) {
  return (
    <ol className="border-rule border-t">
      {events.map(({ id, kind, at, text, by }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <span className="text-muted text-sm">
            <span className="text-ink">{by?.name ?? "A reader"}</span> {EVENT_TEXT[kind]},{" "}
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
