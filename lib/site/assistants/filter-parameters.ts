import type { ToolParameters } from "@/lib/site/assistants/tool";
import { CATEGORIES, CONFIDENCES, TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";

const values = (terms: readonly { value: string }[]) => terms.map(({ value }) => value).join(", ");

/** Those of the filters of lists that assistants are told of; they may give the others too, which the methodology describes. */
export const FILTER_PARAMETERS = {
  from: { type: "string", description: "First day, YYYY-MM-DD" },
  to: { type: "string", description: "Last day, YYYY-MM-DD" },
  category: { type: "string", description: values(CATEGORIES) },
  technique: { type: "string" },
  target: { type: "string", description: `Slug of a target, or a kind: ${values(TARGET_KINDS)}` },
  chain: { type: "string", description: "e.g. ethereum" },
  actor: {
    type: "string",
    description: "Slug, e.g. lazarus-group (its parts counted with it); none: not attributed",
  },
  confidence: { type: "string", description: `At least: ${values(CONFIDENCES)}` },
  least: { type: "number", description: "Loss of at least, US dollars" },
  most: { type: "number", description: "Loss of at most" },
} as const satisfies ToolParameters;
