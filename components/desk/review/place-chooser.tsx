import { Button } from "@/components/desk/ui/button";
import { Select } from "@/components/desk/ui/select";

interface PlaceChooserProps {
  proposalId: number;
  places: readonly { path: string; label: string }[];
}

/** Chooses any field to speak about, also one that says nothing; a plain form, which only leads on. */
export function PlaceChooser({ proposalId, places }: PlaceChooserProps) {
  return (
    <form
      action={`/desk/proposals/${proposalId}/review#comment-form`}
      method="get"
      aria-label="Choose a field"
      className="mt-4 flex max-w-xl flex-wrap items-end gap-3"
    >
      <div className="min-w-0 grow basis-60">
        <label htmlFor="comment-on" className="block font-semibold text-sm">
          Comment on any field or row
        </label>
        <Select
          id="comment-on"
          name="on"
          defaultValue=""
          nothing="Choose …"
          required
          options={places.map(({ path, label }) => ({ value: path, label }))}
        />
      </div>
      <Button kind="quiet">Write a comment</Button>
    </form>
  );
}
