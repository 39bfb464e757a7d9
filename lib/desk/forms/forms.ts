import { ACTOR_FORM } from "@/lib/desk/forms/actor-form";
import type { FormTable } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import { PUBLISHED_FIGURE_FORM } from "@/lib/desk/forms/published-figure-form";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The form of each kind of record. */
export const FORMS: Record<RecordKind, FormTable> = {
  incident: INCIDENT_FORM,
  actor: ACTOR_FORM,
  figure: PUBLISHED_FIGURE_FORM,
};
