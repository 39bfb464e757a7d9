import { Choice, Labelled } from "@/components/ui/choice";
import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import type { CompareView } from "@/lib/statistics/compare/compare-view";
import { writeCompare } from "@/lib/statistics/compare/compare-view";
import { ADDED_MEASURES, ESTIMATES } from "@/lib/statistics/rules/parameters";
import { CATEGORIES, CONFIDENCES, chainLabel } from "@/lib/values/taxonomy/taxonomy";

export interface CompareOptions {
  actors: readonly (NamedActor & { slug: string })[];
  chains: readonly string[];
}

const SHOWN = [
  "from",
  "to",
  "category",
  "chain",
  "actor",
  "confidence",
  "least",
  "measure",
  "estimate",
];
const { count: _, ...AMOUNTS } = ADDED_MEASURES;
const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What is compared, as a plain form: the second side is left empty where it is the same as the first. */
export function CompareForm({
  view,
  options,
  links,
}: {
  view: CompareView;
  options: CompareOptions;
  links: Links;
}) {
  const query = new URLSearchParams(writeCompare(view));
  const hidden = [...query].filter(([name]) => !SHOWN.includes(name.replace(/^with-/, "")));
  return (
    <form action={links.compare()} method="get" aria-label="What to compare">
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <SideFields legend="First" prefix="" query={query} options={options} />
        <SideFields legend="Second" prefix="with-" query={query} options={options} />
      </div>
      <p className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <button type="submit" className="button">
          Compare
        </button>
        <a href={links.compare()} className="py-1.5">
          Reset
        </a>
      </p>
    </form>
  );
}

interface SideFieldsProps {
  legend: string;
  prefix: "" | "with-";
  query: URLSearchParams;
  options: CompareOptions;
}

function SideFields({ legend, prefix, query, options }: SideFieldsProps) {
  const isSecond = prefix !== "";
  const given = (name: string) => query.get(`${prefix}${name}`) ?? undefined;
  const any = (text: string) => (isSecond ? "Same as the first" : text);
  const { actors, chains } = options;
  const rule = ["confidence", "least", "measure", "estimate"].some(
    (name) => given(name) !== undefined,
  );
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">
        {legend}
        {isSecond && (
          <span className="font-normal text-muted text-sm">
            {" "}
            – what is empty is as in the first
          </span>
        )}
      </legend>
      <div className="grid grid-cols-2 gap-3">
        <Labelled label="First day">
          <input
            type="date"
            name={`${prefix}from`}
            defaultValue={given("from")}
            className="field w-full"
          />
        </Labelled>
        <Labelled label="Last day">
          <input
            type="date"
            name={`${prefix}to`}
            defaultValue={given("to")}
            className="field w-full"
          />
        </Labelled>
        <Choice
          name={`${prefix}actor`}
          label="Attributed to"
          given={given("actor")}
          options={[
            { value: "none", label: "Nobody" },
            ...actors.map((actor) => ({ value: actor.slug, label: nameWithStatus(actor) })),
          ]}
          any={any("Anybody or nobody")}
        />
        <Choice
          name={`${prefix}category`}
          label="Category"
          given={given("category")}
          options={CATEGORIES}
          any={any("Any category")}
        />
        <Choice
          name={`${prefix}chain`}
          label="Chain"
          given={given("chain")}
          options={chains.map((value) => ({ value, label: chainLabel(value) }))}
          any={any("Any chain")}
        />
      </div>
      <details className="mt-3" open={rule}>
        <summary className="w-fit py-1 text-muted text-sm">How it is counted</summary>
        <div className="mt-2 grid grid-cols-2 gap-3">
          <Choice
            name={`${prefix}measure`}
            label="What is added up"
            given={given("measure")}
            options={choices(AMOUNTS).filter(({ value }) => isSecond || value !== "gross")}
            any={any(AMOUNTS.gross)}
          />
          <Choice
            name={`${prefix}estimate`}
            label="Where sources differ"
            given={given("estimate")}
            options={choices(ESTIMATES).filter(({ value }) => isSecond || value !== "best")}
            any={any(ESTIMATES.best)}
          />
          <Choice
            name={`${prefix}confidence`}
            label="Attribution at least"
            given={given("confidence")}
            options={CONFIDENCES}
            any={any("Any, or none at all")}
          />
          <Labelled label="Loss of at least, in US dollars">
            <input
              type="text"
              inputMode="numeric"
              pattern="[0-9]*"
              name={`${prefix}least`}
              defaultValue={given("least")}
              className="field w-full"
            />
          </Labelled>
        </div>
      </details>
    </fieldset>
  );
}
