import { ACTOR_FORM } from "@/lib/forms/actor-form";
import { FIGURE_FORM } from "@/lib/forms/figure-form";
import type { FormTable } from "@/lib/forms/form";
import { INCIDENT_FORM } from "@/lib/forms/incident-form";
import type { RecordKind } from "@/lib/proposals/proposal";

/** The form of each kind of record. */
export const FORMS: Record<RecordKind, FormTable> = {
  incident: INCIDENT_FORM,
  actor: ACTOR_FORM,
  figure: FIGURE_FORM,
};
