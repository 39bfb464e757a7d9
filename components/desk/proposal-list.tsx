import type { ReactNode } from "react";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** What a line of a list says of a proposal. */
export interface ListedProposal {
  id: number;
  kind: RecordKind;
  recordId: number | null;
  title: string;
  suggestionId: number | null;
  importId: number | null;
}

interface ProposalListProps<Item extends ListedProposal> {
  proposals: readonly Item[];
  hrefOf: (proposal: Item) => string;
  /** What is under the title: when it was saved, by whom, why it came back. */
  about: (proposal: Item) => ReactNode;
}

/** Proposals as lines, each leading to where it is worked on. */
export function ProposalList<Item extends ListedProposal>({
  proposals,
  hrefOf,
  about,
}: ProposalListProps<Item>) {
  return (
    <ul className="border-rule border-t">
      {proposals.map((proposal) => (
        <li key={proposal.id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <a href={hrefOf(proposal)} className="font-semibold">
            {titleOf(proposal)}
          </a>{" "}
          <span className="text-muted text-sm">{whatItIs(proposal)}</span>
          <div className="text-muted text-sm">{about(proposal)}</div>
        </li>
      ))}
    </ul>
  );
}

/** How many comments on its fields wait; nothing where none do. */
export function Unresolved({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <>
      {" · "}
      <span className="bg-mark px-1 text-ink">
        {count === 1 ? "1 comment not resolved" : `${count} comments not resolved`}
      </span>
    </>
  );
}

/** A record of each kind, as a sentence names one. */
const ONE_OF_KIND: Record<RecordKind, string> = {
  incident: "an incident",
  target: "a target",
  actor: "an actor",
  figure: "a figure",
  service: "a service",
  coverage: "the coverage",
};

/** What to call a proposal, also where nothing has been typed that would name it. */
export function titleOf({
  id,
  kind,
  title,
}: Pick<ListedProposal, "id" | "kind" | "title">): string {
  return title.trim() === "" ? `Untitled ${kind}, draft ${id}` : title;
}

/** `new incident`, `revision of an actor, from a suggestion`. */
export function whatItIs({ kind, recordId, suggestionId, importId }: ListedProposal): string {
  const what = recordId === null ? `new ${kind}` : `revision of ${ONE_OF_KIND[kind]}`;
  const from =
    suggestionId !== null ? ", from a suggestion" : importId !== null ? ", from an import" : "";
  return what + from;
}
