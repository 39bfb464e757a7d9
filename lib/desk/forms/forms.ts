import { ACTOR_FORM } from "@/lib/desk/forms/actor-form";
import { COVERAGE_FORM } from "@/lib/desk/forms/coverage-form";
import type { FormTable } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import { PUBLISHED_FIGURE_FORM } from "@/lib/desk/forms/published-figure-form";
import { SERVICE_FORM } from "@/lib/desk/forms/service-form";
import { TARGET_FORM } from "@/lib/desk/forms/target-form";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The form of each kind of record. */
export const FORMS: Record<RecordKind, FormTable> = {
  incident: INCIDENT_FORM,
  target: TARGET_FORM,
  actor: ACTOR_FORM,
  figure: PUBLISHED_FIGURE_FORM,
  service: SERVICE_FORM,
  coverage: COVERAGE_FORM,
};
