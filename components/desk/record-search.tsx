import { Button } from "@/components/desk/ui/button";
import { Select } from "@/components/desk/ui/select";
import { TextInput } from "@/components/desk/ui/text-input";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

interface RecordSearchProps {
  /** The page that shows what is found. */
  action: string;
  /** Null where only one kind makes sense. */
  kind: RecordKind | null;
  text: string;
  label?: string;
}

const KINDS = [
  { value: "incident", label: "Incidents" },
  { value: "target", label: "Targets" },
  { value: "actor", label: "Actors" },
  { value: "figure", label: "Published figures" },
  { value: "service", label: "Services" },
  { value: "coverage", label: "Coverage" },
] satisfies { value: RecordKind; label: string }[];

/** Finds a published record by what it is called. */
export function RecordSearch({
  action,
  kind,
  text,
  label = "Name, or what goes with it",
}: RecordSearchProps) {
  return (
    <search>
      <form action={action} method="get" className="flex max-w-3xl flex-wrap items-end gap-3">
        {kind !== null && (
          <div>
            <label htmlFor="kind" className="block font-semibold text-sm">
              What
            </label>
            <Select id="kind" name="kind" defaultValue={kind} options={KINDS} width="w-auto" />
          </div>
        )}
        <div className="min-w-0 flex-1 basis-60">
          <label htmlFor="q" className="block font-semibold text-sm">
            {label}
          </label>
          <TextInput
            id="q"
            name="q"
            type="search"
            defaultValue={text}
            maxLength={500}
            aria-describedby={kind === null ? undefined : "q-hint"}
          />
        </div>
        <Button>Search</Button>
      </form>
      {kind !== null && (
        <p id="q-hint" className="mt-1 max-w-prose text-muted text-sm">
          Incidents are also found by actor, chain, publisher, editor, wallet address, transaction,
          source, or the link of a public list with its filters.
        </p>
      )}
    </search>
  );
}
