import type { PublishedFigure } from "@/lib/record/figures/published-figure";
import type { PublisherRule } from "@/lib/record/publishers/publisher";
import { CATEGORIES, type Category } from "@/lib/values/taxonomy/taxonomy";

type Scope = NonNullable<PublishedFigure["category"]>;

/** What publishers call the classes that a figure of each scope is over; the first that a rule has is taken. */
const CALLED: Record<Scope, readonly string[]> = {
  "exploit-any": ["exploits", "hacks", "attacks"],
  "contract-exploit": [
    "code vulnerabilities",
    "code vulnerability",
    "smart contract vulnerabilities",
    "contract vulnerabilities",
    "protocol exploits",
  ],
  "flash-loan": ["flash loans", "flash loan attacks", "price manipulation"],
  "wallet-compromise": [
    "private key compromises",
    "wallet compromise",
    "access control",
    "infrastructure attacks",
  ],
  phishing: [
    "phishing",
    "phishing scams",
    "phishing and social engineering",
    "wallet drainer phishing",
    "phishing (Scam Sniffer)",
  ],
  "exit-scam": ["exit scams", "exit scam", "rug pulls", "scams", "fraud", "fraud schemes"],
  unknown: [],
};

/** The record's own categories of a scope. */
export function ownCategories(scope: Scope | null): readonly Category[] {
  if (scope === null) return CATEGORIES.map(({ value }) => value);
  return scope === "exploit-any" ? ["contract-exploit", "wallet-compromise"] : [scope];
}

/**
 * The class that a figure of a scope is over, in the publisher's word, with the nearest of the record's categories; null
 * where the rule does not say.
 */
export function classOf(
  rule: PublisherRule,
  scope: Scope,
): { called: string; categories: readonly Category[] } | null {
  const called = CALLED[scope].find((each) => rule.categories?.[each] !== undefined);
  if (called === undefined) return null;
  return { called, categories: rule.categories?.[called] ?? [] };
}
