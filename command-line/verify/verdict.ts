import type { Finding } from "@/lib/site/proof/check-given";

/** What a check came to. */
export interface Verdict {
  findings: Finding[];
  /** Whether what was given is what the record holds, as far as that can be checked at all. */
  holds: boolean;
  /** What the record says there, in a sentence, whether that holds or not. */
  said?: string;
}

export const proved = (says: string): Finding => ({ outcome: "proved", says });
export const failed = (says: string): Finding => ({ outcome: "failed", says });
export const unknown = (says: string): Finding => ({ outcome: "unknown", says });

/** Of findings of which each has to hold, and one at least be proved. */
export function verdictOf(findings: Finding[]): Verdict {
  const has = (wanted: Finding["outcome"]) => findings.some(({ outcome }) => outcome === wanted);
  return { findings, holds: has("proved") && !has("failed") };
}
