import { Choice, Labelled } from "@/components/ui/choice";
import type { Links } from "@/lib/site/urls/links";
import type { TargetsView } from "@/lib/statistics/targets/targets-view";
import { TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";

const ORDERS = [
  { value: "", label: "Most incidents first" },
  { value: "largest", label: "Largest sum of losses first" },
  { value: "name", label: "By name" },
];

/** The list's filters as a plain form: what it sends is the address of the view. */
export function TargetSearch({ view, links }: { view: TargetsView; links: Links }) {
  const { filters, sort } = view;
  return (
    <form
      action={links.targets()}
      method="get"
      className="grid items-end gap-3 border-rule border-y py-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      aria-label="Filters"
    >
      <Labelled label="Any name, present or former, in any script">
        <input
          type="search"
          name="q"
          defaultValue={filters.q}
          maxLength={100}
          className="field w-full"
        />
      </Labelled>
      <Choice
        name="target"
        label="Kind"
        given={filters.kind}
        options={TARGET_KINDS}
        any="Any kind"
      />
      <Choice
        name="robbed"
        label="Robbed"
        given={filters.isRepeated ? "repeatedly" : undefined}
        options={[{ value: "repeatedly", label: "More than once" }]}
        any="Once or more often"
      />
      <Choice name="sort" label="Order" given={sort ?? ""} options={ORDERS} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <button type="submit" className="button">
          Show
        </button>
        {Object.keys(filters).length > 0 && (
          <a href={links.targets()} className="py-1.5">
            Clear
          </a>
        )}
      </div>
    </form>
  );
}
