import type { Links } from "@/lib/site/urls/links";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import { numberParameters } from "@/lib/statistics/changes/number-rule";

interface VersionFormProps {
  view: ChangesView;
  /** The newest version that can be asked for. */
  newest: number;
  links: Links;
}

/** Another pair of versions, under the same rule. */
export function VersionForm({ view, newest, links }: VersionFormProps) {
  const [action] = links.changes(view).split("?");
  const version = (name: "from" | "to", label: string) => (
    <label>
      <span className="mb-0.5 block text-muted">{label}</span>
      <input
        type="number"
        name={name}
        min={1}
        max={newest}
        required
        defaultValue={view[name]}
        className="field w-28"
      />
    </label>
  );
  return (
    <form action={action} method="get" className="flex flex-wrap items-end gap-2 text-sm">
      {version("from", "From version")}
      {version("to", "to version")}
      {Object.entries(numberParameters(view.rule)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}
