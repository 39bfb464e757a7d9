import { ACTOR_FORM } from "@/lib/desk/forms/actor-form";
import { FIGURE_FORM } from "@/lib/desk/forms/figure-form";
import type { FormTable } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The form of each kind of record. */
export const FORMS: Record<RecordKind, FormTable> = {
  incident: INCIDENT_FORM,
  actor: ACTOR_FORM,
  figure: FIGURE_FORM,
};
