import type { LossKnown } from "@/lib/values/money/loss-text";
import type { Category } from "@/lib/values/taxonomy/taxonomy";

/** An incident of a list, with the publication that last added to or corrected it. */
export interface LatestIncident extends LossKnown {
  slug: string;
  /** Lasting, whatever its slug becomes. */
  incidentId: number;
  revision: number;
  name: string;
  target: string;
  /** As precisely as it is known. */
  occurredOn: string;
  category: Category;
  summary: string;
  version: number;
  publishedAt: Date;
  note: string;
}
