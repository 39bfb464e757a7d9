import { type Publisher, ruleIn } from "@/lib/record/publishers/publisher";
import { listedDays } from "@/lib/statistics/reconciliation/figure-lists";

/** What an incident comes to at its face value and as what could be cashed in, in US dollars. */
export interface TwoValues {
  face: number;
  realised: number;
}

/** Amounts farther apart than this are two ways to value one theft, and not two estimates of it. */
const APART = 2;

/**
 * The incidents that publishers who count face values and publishers who count what could be cashed in put at amounts
 * more than twice apart, by slug. Of several amounts the one that most of them give counts, and of those as frequent the
 * one farther from the other kind.
 */
export function twoValues(publishers: readonly Publisher[]): Map<string, TwoValues> {
  const given = { face: new Map<string, number[]>(), realised: new Map<string, number[]>() };
  for (const publisher of publishers)
    for (const list of publisher.incidentLists) {
      if (list.figure.includes("as first given")) continue;
      const year = listedDays(list.figure)?.to[0]?.slice(0, 4);
      if (year === undefined) continue;
      const valuation = ruleIn(publisher, year, year)?.valuation;
      if (valuation !== "face" && valuation !== "realised") continue;
      for (const { incident, amountUsd } of list.members) {
        if (amountUsd === null) continue;
        const amounts = given[valuation].get(incident) ?? [];
        given[valuation].set(incident, [...amounts, amountUsd]);
      }
    }
  const found = new Map<string, TwoValues>();
  for (const [incident, amounts] of given.face) {
    const others = given.realised.get(incident);
    if (others === undefined) continue;
    const face = mostGiven(amounts, Math.max);
    const realised = mostGiven(others, Math.min);
    if (face > APART * realised) found.set(incident, { face, realised });
  }
  return found;
}

function mostGiven(amounts: readonly number[], among: (...amounts: number[]) => number): number {
  const times = (amount: number) => amounts.filter((each) => each === amount).length;
  const most = Math.max(...amounts.map(times));
  return among(...amounts.filter((amount) => times(amount) === most));
}
