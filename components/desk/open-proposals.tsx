import { Notice } from "@/components/desk/ui/notice";
import type { Person } from "@/lib/desk/access/access";
import { mayRead, type ProposalState, STATE_LABELS } from "@/lib/desk/proposals/proposal";

interface OpenProposalsProps {
  person: Person;
  proposals: readonly {
    id: number;
    state: ProposalState;
    author: { id: string; name: string } | null;
  }[];
}

/** Warns that somebody works on a record already, before another draft of it is begun. */
export function OpenProposals({ person, proposals }: OpenProposalsProps) {
  if (proposals.length === 0) return null;
  const onlyMine = proposals.every(({ author }) => author?.id === person.id);
  const title = onlyMine ? "You have begun a correction of this" : "Somebody works on this already";
  return (
    <Notice kind="mind" title={title}>
      <ul className="list-disc pl-5">
        {proposals.map(({ id, state, author }) => {
          const mine = author?.id === person.id;
          const text = `${mine ? "Your" : `${author?.name ?? "A reader"}’s`} correction, ${STATE_LABELS[state]}`;
          const href =
            mine && state !== "inReview" ? `/desk/proposals/${id}` : `/desk/proposals/${id}/review`;
          return (
            <li key={id}>
              {mayRead(person, { authorId: author?.id ?? null }) ? <a href={href}>{text}</a> : text}
            </li>
          );
        })}
      </ul>
      <p className="mt-1 text-sm">
        Whatever is published second has to be merged with what was published first.
      </p>
    </Notice>
  );
}
