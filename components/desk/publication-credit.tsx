import type { PublicationLine } from "@/lib/desk/publications/publication";

/** Who wrote and who reviewed a version, behind when that was; nothing of a loaded dataset. */
export function PublicationCredit({
  enteredBy,
  reviewedBy,
}: Pick<PublicationLine, "enteredBy" | "reviewedBy">) {
  if (enteredBy === null) return null;
  return (
    <>
      {" "}
      · entered by {enteredBy}
      {reviewedBy !== null && `, reviewed by ${reviewedBy}`}
    </>
  );
}
