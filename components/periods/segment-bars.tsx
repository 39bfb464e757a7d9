import { BarTable } from "@/components/periods/bar-table";
import type { PeriodModel } from "@/lib/statistics/periods/period-model";
import { NOBODY } from "@/lib/statistics/totals/own-parts";

/** A period's losses by category and by attributed actor, side by side. */
export function SegmentBars({ model }: { model: PeriodModel }) {
  return (
    <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-2">
      <section aria-labelledby="categories">
        <h2 id="categories" className="mb-2 font-semibold text-2xl">
          How the funds left
        </h2>
        <BarTable
          caption={`${model.title} by category`}
          heading="Category"
          bars={model.categories}
          colourOf={(category) => `var(--cat-${category})`}
        />
      </section>
      <section aria-labelledby="actors">
        <h2 id="actors" className="mb-2 font-semibold text-2xl">
          Who is said to have done it
        </h2>
        <BarTable
          caption={`${model.title} by attributed actor`}
          heading="Attributed to"
          bars={model.actors}
          colourOf={(actor) => (actor === NOBODY ? "var(--bar-nobody)" : "var(--bar-whole)")}
        />
      </section>
    </div>
  );
}
