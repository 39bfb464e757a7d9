import { Moment } from "@/components/desk/moment";

interface ProposalHistoryProps {
  events: readonly { id: number; kind: string; at: Date; by: string | null; text: string }[];
}

/** What happened to a proposal and what was said about it, as plain text. */
export function ProposalHistory({ events }: ProposalHistoryProps) {
  return (
    <ol className="max-w-3xl border-rule border-t">
      {events.map(({ id, kind, at, by, text }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <p className="text-muted text-sm">
            {kind} by {by ?? "somebody outside"}, <Moment at={at} />
          </p>
          {text !== "" && <p className="whitespace-pre-line">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
