import type { Coverage } from "@/lib/record/coverage/coverage";
import type { SourceLag } from "@/lib/record/coverage/source-lag";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";
import type { Sort } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import type { PeriodTotal } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";

/** Everything that a list of incidents is written from as a file. */
export interface IncidentDocument {
  title: string;
  /** The rule in words. */
  rule: string;
  filters: Filters;
  sort: Sort;
  version: { number: number; publishedOn: Day };
  /** Null where the version does not say how far editors had looked. */
  coverage: Coverage | null;
  /** Null where too few incidents tell. */
  lag: SourceLag | null;
  /** What the list adds up to; what a text search finds is nobody's total, and adds up to nothing. */
  total: PeriodTotal;
  /** Where the list never changes. */
  address: string;
  /** How to cite it. */
  citation: string;
  shortId: string | null;
  /** The URL of an incident's page. */
  urlOf: (slug: string) => string;
  /** All of them in their order, some at a time. */
  incidents: () => AsyncIterable<readonly WholeIncident[]>;
}
