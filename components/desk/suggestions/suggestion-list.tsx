import { Moment } from "@/components/desk/moment";

interface SuggestionListProps {
  suggestions: readonly {
    id: number;
    title: string;
    excerpt: string;
    state: "waiting" | "taken" | "declined";
    receivedAt: Date;
  }[];
}

const STATES = { waiting: "waiting", taken: "taken up", declined: "declined" };

/** Suggestions of readers as lines, each leading to where it is answered. */
export function SuggestionList({ suggestions }: SuggestionListProps) {
  return (
    <ul className="border-rule border-t">
      {suggestions.map(({ id, title, excerpt, state, receivedAt }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <a href={`/desk/suggestions/${id}`} className="font-semibold">
            {title}
          </a>{" "}
          <span className="text-muted text-sm">
            {state === "waiting" ? "" : `${STATES[state]}, `}
            received <Moment at={receivedAt} />
          </span>
          <span className="block text-sm">{excerpt}</span>
        </li>
      ))}
    </ul>
  );
}
