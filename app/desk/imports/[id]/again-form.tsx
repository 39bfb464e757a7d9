import { checkAgain, startAgain } from "@/app/desk/imports/import-actions";
import { PlainForm } from "@/components/desk/ui/plain-form";

/** Begins an import again that was cut off, or checks its file again. */
export function AgainForm({ id, again }: { id: number; again: "start" | "check" }) {
  return (
    <PlainForm
      id="again"
      label={again === "start" ? "Begin again" : "Check again"}
      action={again === "start" ? startAgain : checkAgain}
      hidden={{ id: String(id) }}
      fields={[]}
      submit={again === "start" ? "Start it again" : "Check it again"}
      kind="quiet"
    />
  );
}
