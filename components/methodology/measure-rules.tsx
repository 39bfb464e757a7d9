import { Prose } from "@/components/methodology/prose";
import { LAST_INDEX_YEAR, PRICE_INDEX, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";

/** What charts can show beside sums at the time of theft. */
export function MeasureRules() {
  const { publisher, series, title, url } = PRICE_INDEX_SOURCE;
  return (
    <>
      <Prose>
        <p>
          <strong>A year’s dollars.</strong> With <code>dollars=</code> a chart counts amounts in
          the dollars of a year: each is multiplied by the price index of that year and divided by
          that of the year of the theft, also what came back later. It is rounded to the cent for
          each incident before anything is added up, so that parts still add up to their total. The
          index is the {title}, not seasonally adjusted, 1982–84 = 100: series {series} of the{" "}
          <a href={url}>{publisher}</a>, in the public domain. Years after {LAST_INDEX_YEAR} have no
          annual average yet; their amounts count like those of {LAST_INDEX_YEAR}, and charts that
          hold any say so. Filters by amount are of dollars at the time of theft.
        </p>
        <p>
          <strong>Shares.</strong> With <code>axis=share</code> each part is shown in percent of
          what is known of its column, or of the total. What belongs to several parts is a part of
          its own, so that shares add up to 100&nbsp;%; only bars of actors stand beside those of
          their parts, which hold some of the same incidents. Incidents of unknown size are in no
          share and are named beside it.
        </p>
        <p>
          <strong>Medians.</strong> Half of the incidents whose loss is known lost at most the
          median, half of them at least; of an even number it is halfway between the two in the
          middle. Medians do not add up: they are never stacked, and files say of how many incidents
          each is. An incident on several chains is not divided for them.
        </p>
        <p>
          <strong>Logarithmic axes</strong> are for marks that are places, such as dots and lines.
          Bars and columns are lengths, which say nothing true unless they begin at zero.
        </p>
      </Prose>
      <details className="mt-3">
        <summary className="w-fit py-1">The price index by year</summary>
        <table className="mt-2 border-collapse tabular-nums">
          <caption className="sr-only">
            {title}, {publisher}, series {series}
          </caption>
          <thead className="border-rule-strong border-b text-left text-muted text-sm">
            <tr>
              <th scope="col" className="py-1 pr-6 font-normal">
                Year
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                Average
              </th>
            </tr>
          </thead>
          <tbody>
            {PRICE_INDEX.map(({ year, average }) => (
              <tr key={year} className="border-rule border-b">
                <th scope="row" className="py-1 pr-6 text-left font-normal">
                  {year}
                </th>
                <td className="py-1 text-right">{average}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-2 max-w-prose text-muted text-sm">
          The average of 2025 holds no October, which the Bureau did not publish.
        </p>
      </details>
    </>
  );
}
