/** What is under way while an import is checked or imported; empty before it has begun. */
const IMPORT_STEPS = ["", "reading", "comparing", "publishing", "drafting"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** The step that an import's row names. */
export function readStep(text: string): ImportStep {
  return IMPORT_STEPS.find((step) => step === text) ?? "";
}

/** How far a step is, in words. @param rows 0 while nobody knows yet how many there are */
export function stepText(step: ImportStep, done: number, rows: number): string {
  // Its own transaction tells nobody how far it is before it has ended.
  if (step === "publishing") return "Writing the version: nothing is public until it is done …";
  if (step === "drafting") return "Writing the drafts: none is there until all are …";
  if (rows === 0) return "Reading the file …";
  const what = step === "comparing" ? "Comparing with the record" : "Reading the file";
  return `${what}: ${done.toLocaleString("en-GB")} of ${rows.toLocaleString("en-GB")} records gone through`;
}

/** Whether a step tells how far it is. */
export function isCounted(step: ImportStep): boolean {
  return step !== "publishing" && step !== "drafting";
}
