import { checkAddress } from "@/lib/site/assistants/check-address-queries";
import { compareFigures } from "@/lib/site/assistants/compare-figures-queries";
import { findIncidents } from "@/lib/site/assistants/find-incidents-queries";
import { getActor } from "@/lib/site/assistants/get-actor-queries";
import { getIncident } from "@/lib/site/assistants/get-incident-queries";
import { losses } from "@/lib/site/assistants/losses-queries";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { verifyCitation } from "@/lib/site/assistants/verify-citation-queries";
import { whatChanged } from "@/lib/site/assistants/what-changed-queries";

/** All that assistants can ask, by the names that they call. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  losses,
  find_incidents: findIncidents,
  get_incident: getIncident,
  get_actor: getActor,
  check_address: checkAddress,
  compare_figures: compareFigures,
  what_changed: whatChanged,
  verify_citation: verifyCitation,
};
