import { LRUCache } from "lru-cache";
import type { Queryable } from "@/lib/db/client";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import type { Version } from "@/lib/record/versions/version";
import { facetCounts } from "@/lib/statistics/incident-list/facet-queries";
import { type Filters, writeIncidents } from "@/lib/statistics/rules/views";

// What every page and order of a selection shows alike, asked once for all of them: nothing that a list is made of takes
// longer. A version's answers never change; they hold names, though, which may be withheld.

type Asked = Pick<Version, "number" | "withholdings">;

/** Answers that are kept: of each some hundred numbers or names. */
const MOST = 300;

/** What is kept, and after how many orders to withhold texts it was asked for. */
let kept = newlyKept(0);

function newlyKept(withholdings: number) {
  return { withholdings, answers: new LRUCache<string, Promise<object>>({ max: MOST }) };
}

async function keptAt<Answer extends object>(
  version: Asked,
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (kept.withholdings !== version.withholdings) kept = newlyKept(version.withholdings);
  const { answers } = kept;
  const whole = `${version.number} ${key}`;
  const known = answers.get(whole);
  // Each kind of answer has keys of its own.
  if (known !== undefined) return known as Promise<Answer>;
  const asking = ask();
  answers.set(whole, asking);
  asking.catch(() => answers.delete(whole));
  return asking;
}

/** How many incidents each value of each filter would list under all other filters. */
export function keptFacetCounts(db: Queryable, version: Asked, filters: Filters) {
  const key = writeIncidents({ filters, sort: "newest", page: 1 });
  return keptAt(version, `facets ${key}`, () => facetCounts(db, version.number, filters));
}

/** The chains and the techniques that a version holds an incident of. */
export function keptTerms(db: Queryable, version: Asked) {
  return keptAt(version, "terms", async () => {
    const [chains, techniques] = await Promise.all([
      chainsAt(db, version.number),
      techniquesAt(db, version.number),
    ]);
    return { chains, techniques };
  });
}
