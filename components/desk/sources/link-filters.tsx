import { Button } from "@/components/desk/ui/button";
import { TextInput } from "@/components/desk/ui/text-input";
import { linksHref } from "@/lib/desk/sources/link-filter";
import { LINK_STATES, type LinkFilter, type ListedState } from "@/lib/desk/sources/listed-link";

/** What each state is called in a list of links. */
export const STATE_LABELS: Readonly<Record<ListedState, string>> = {
  gone: "gone",
  unreachable: "not answering",
  moved: "moved",
  refused: "not shown to programs",
  found: "found",
  unchecked: "never checked",
};

interface LinkFiltersProps {
  filter: LinkFilter;
  /** Of what fits but for its state. */
  counts: Readonly<Record<ListedState, number>>;
}

/** The states with their counts, and a form for the rest. */
export function LinkFilters({ filter, counts }: LinkFiltersProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = [
    { state: null, label: "all", count: all },
    ...LINK_STATES.map((state) => ({ state, label: STATE_LABELS[state], count: counts[state] })),
  ];
  return (
    <>
      <nav aria-label="What was found" className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(({ state, label, count }) => (
          <a
            key={label}
            href={linksHref({ ...filter, state })}
            aria-current={state === filter.state ? "page" : undefined}
            className="py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {label} <span className="text-muted tabular-nums">{count.toLocaleString("en-GB")}</span>
          </a>
        ))}
      </nav>
      <form action="/desk/sources" className="mt-3 mb-6 flex flex-wrap items-end gap-x-4 gap-y-2">
        {filter.state !== null && <input type="hidden" name="state" value={filter.state} />}
        <div className="w-64 max-w-full">
          <label htmlFor="links-host" className="block text-muted text-sm">
            Site, such as example.org
          </label>
          <TextInput id="links-host" name="host" defaultValue={filter.host} autoComplete="off" />
        </div>
        <label className="flex min-h-10 items-center gap-2">
          <input
            type="checkbox"
            name="copy"
            value="none"
            defaultChecked={filter.withoutCopy}
            className="size-5 accent-(--ink)"
          />
          Without an archived copy
        </label>
        <Button type="submit" kind="quiet">
          Show
        </Button>
      </form>
    </>
  );
}
