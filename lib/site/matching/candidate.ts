import { agrees, type Compared } from "@/lib/site/matching/compared";
import type { MatchQuery } from "@/lib/site/matching/match-query";
import { kindNamed, type MatchedKind } from "@/lib/site/matching/matched-kind";

/** What a cell may mean, before it is held against what else the table knows. */
export interface Found {
  id: string;
  kind: MatchedKind;
  name: string;
  description: string;
  /** How well the search says that it fits: 1,000 where it is called just so, more where it is an address in full. */
  fit: number;
  /** What the record says of it, by property; empty of what is no theft. */
  held: Partial<Record<Compared, readonly (string | number)[]>>;
}

/** A candidate as the W3C Reconciliation Service API 0.2 writes it. */
export interface Candidate {
  id: string;
  name: string;
  description: string;
  type: { id: string; name: string }[];
  /** 0 to 100. */
  score: number;
  /** Whether a client may take it unasked: nothing else fits nearly as well, and nothing that is known contradicts it. */
  match: boolean;
  features: { id: string; value: number | boolean }[];
}

/** As good as called so: the search's own threshold between names that are the same but for “hack” and the like, and others. */
const CALLED_SO = 93;
/** By so much a match is better than whatever else fits. */
const AHEAD = 5;
/** From here on all words of a query are in the name. */
const NAMED = 50;
/** What fits less only mentions what is meant. */
const MENTIONED = 20;
const AGREES = 8;
const DIFFERS = 35;

/** What fits a query, best first. */
export function candidates(query: MatchQuery, found: readonly Found[]): Candidate[] {
  const called = found.filter((one) => nameScore(one) >= MENTIONED);
  const held = called.map((one) => ({ one, ...against(query, one) }));
  held.sort((a, b) => b.score - a.score || a.one.name.localeCompare(b.one.name, "en"));
  const [first, second] = held;
  const isAhead =
    first !== undefined && (second === undefined || first.score - second.score >= AHEAD);
  return held.slice(0, query.limit).map(({ one, score, compared, isSure }) => ({
    id: one.id,
    name: one.name,
    description: one.description,
    type: [kindNamed(one.kind)],
    score,
    match: one === first?.one && isAhead && isSure,
    features: [
      { id: "name", value: nameScore(one) },
      ...compared.map(({ property, isSame }) => ({ id: property, value: isSame })),
    ],
  }));
}

const nameScore = ({ fit }: Found) => Math.min(100, Math.max(0, Math.round(fit / 10)));

function against(query: MatchQuery, one: Found) {
  const compared = query.known.flatMap(({ property, values }) => {
    const isSame = agrees(property, one.held[property] ?? [], values);
    return isSame === null ? [] : [{ property, isSame }];
  });
  const name = nameScore(one);
  const changes = compared.map(({ isSame }) => (isSame ? AGREES : -DIFFERS));
  const score = changes.reduce<number>((sum, change) => sum + change, name);
  const isContradicted = compared.some(({ isSame }) => !isSame);
  // The theft of a target that is named is told from its others by the day.
  const isDated = compared.some(({ property, isSame }) => property === "occurred_on" && isSame);
  return {
    compared,
    score: Math.min(100, Math.max(0, score)),
    isSure: !isContradicted && (name >= CALLED_SO || (name >= NAMED && isDated)),
  };
}
