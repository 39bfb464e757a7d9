import { Prisma } from "@/lib/db/generated/client";
import { FIRST_INDEX_YEAR, LAST_INDEX_YEAR, PRICE_INDEX } from "@/lib/values/money/price-index";

/** The index in whole thousandths, so that whole numbers alone are divided. */
const thousandths = (average: string) => Number(average.replace(".", ""));

const BY_YEAR = Prisma.raw(
  `(ARRAY[${PRICE_INDEX.map(({ average }) => thousandths(average)).join(", ")}]::numeric[])`,
);
const [FIRST, LAST] = [Prisma.raw(String(FIRST_INDEX_YEAR)), Prisma.raw(String(LAST_INDEX_YEAR))];

/** The index of the year of an incident (`i`); of a year that has no average yet, that of the last one that has. */
const ofIncident = Prisma.sql`${BY_YEAR}[greatest(least(extract(year FROM i.occurred_on)::int, ${LAST}), ${FIRST}) - ${FIRST} + 1]`;

/**
 * An amount of an incident (`i`), which is never below zero, in a year's dollars: times the index of that year, through
 * the index of the theft's. It is rounded to the cent here, half a cent up, each amount of each incident by itself: what is
 * added up are cents, and sums are exact. Null stays null.
 * @param dollars the year, of those that the index holds; null or left out for dollars at the time of the theft
 */
export function inDollars(amount: Prisma.Sql, dollars: number | null | undefined): Prisma.Sql {
  if (dollars === null || dollars === undefined) return amount;
  const index = PRICE_INDEX.find(({ year }) => year === dollars);
  if (index === undefined) throw new Error(`no price index of ${dollars}`);
  const wanted = Prisma.raw(String(thousandths(index.average)));
  return Prisma.sql`(div((${amount}) * 200 * ${wanted} + ${ofIncident}, 2 * ${ofIncident}) * 0.01)`;
}
