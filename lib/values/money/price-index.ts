/**
 * What a basket of goods cost in the United States: the Consumer Price Index for All Urban Consumers (CPI-U), U.S. city
 * average, all items, not seasonally adjusted, 1982–84 = 100, as an average over each year.
 * Source: US Bureau of Labor Statistics, series CUUR0000SA0, in the public domain.
 * The average of 2025 holds no October, which the Bureau did not publish.
 *
 * A year that is added moves amounts of that year, and of later ones, in files of versions that are published already:
 * the CHANGELOG has to say so.
 */
const ANNUAL_AVERAGES = {
  2009: "214.537",
  2010: "218.056",
  2011: "224.939",
  2012: "229.594",
  2013: "232.957",
  2014: "236.736",
  2015: "237.017",
  2016: "240.007",
  2017: "245.120",
  2018: "251.107",
  2019: "255.657",
  2020: "258.811",
  2021: "270.970",
  2022: "292.655",
  2023: "304.702",
  2024: "313.689",
  2025: "321.943",
} as const;

/** The index by year as decimals, in the order of the years without a gap. */
export const PRICE_INDEX: readonly { year: number; average: string }[] = Object.entries(
  ANNUAL_AVERAGES,
).map(([year, average]) => ({ year: Number(year), average }));

const YEARS = PRICE_INDEX.map(({ year }) => year);

/** The first and the last year of which the index is known. */
export const FIRST_INDEX_YEAR = Math.min(...YEARS);
export const LAST_INDEX_YEAR = Math.max(...YEARS);

export const PRICE_INDEX_SOURCE = {
  name: "US CPI-U",
  title: "US consumer price index (CPI-U, all items, annual averages)",
  series: "CUUR0000SA0",
  publisher: "US Bureau of Labor Statistics",
  url: "https://data.bls.gov/timeseries/CUUR0000SA0",
  licence: "public domain",
} as const;

/** Whether amounts can be counted in a year's dollars. */
export function isIndexYear(year: number): boolean {
  return YEARS.includes(year);
}
