import type { PeriodModel } from "@/lib/statistics/periods/period-model";

/** A period's figures at a glance, each leading to the incidents behind it. */
export function PeriodNumbers({ model }: { model: PeriodModel }) {
  return (
    <dl
      className={`grid grid-cols-2 gap-x-6 border-rule-strong border-t-2 md:grid-cols-3 ${model.figures.length === 5 ? "xl:grid-cols-5" : "xl:grid-cols-6"}`}
    >
      {model.figures.map(({ label, value, exact, detail, href, all }) => (
        <div key={label} className="border-rule border-b py-3">
          <dt className="text-muted text-sm">{label}</dt>
          <dd>
            <span className="block font-semibold font-serif text-3xl leading-tight [&_a]:decoration-1">
              {href === null ? (
                value
              ) : (
                <a href={href} title={exact ?? undefined}>
                  {value}
                </a>
              )}
            </span>
            <span className="mt-1 block text-muted text-sm leading-snug [overflow-wrap:anywhere]">
              {detail}
              {all !== undefined && (
                <>
                  <br />
                  <a href={all.href}>{all.text}</a>
                </>
              )}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
