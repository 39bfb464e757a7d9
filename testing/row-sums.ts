import { LISTED } from "@/lib/statistics/charts/incidents/incident-numbers";
import type { ChartNumbers, DataTable } from "@/lib/statistics/charts/model/chart-model";
import { WHOLE } from "@/lib/statistics/charts/model/chart-numbers";

/** What a file's rows add up to beside what its totals say, by what the total is of; in cents, which add exactly. */
export function rowSums(numbers: ChartNumbers): {
  summed: Record<string, bigint>;
  stated: Record<string, bigint>;
} {
  if (numbers.sums === null) throw new Error("these rows add up to nothing");
  const { column, by, level } = numbers.sums;
  const rows = objectsOf(numbers).filter((row) => level === null || row.level === level);
  const totals = objectsOf(numbers.totals);
  const amount = numbers.totals.columns[1]?.name ?? "";
  const whole = totals.some((total) => total.total_of === LISTED) ? LISTED : WHOLE;
  const summed: Record<string, bigint> = { [whole]: 0n };
  const add = (of: string, cents: bigint) => {
    summed[of] = (summed[of] ?? 0n) + cents;
  };
  for (const row of rows) {
    add(whole, centsOf(row[column]));
    if (by !== null) add(String(row[by]), centsOf(row[column]));
  }
  const stated = Object.fromEntries(
    totals
      .filter(({ total_of: of }) => of === whole || by !== null)
      // A period in which nothing counts has a total and no row.
      .filter((total) => String(total.total_of) in summed || centsOf(total[amount]) !== 0n)
      .map((total) => [String(total.total_of), centsOf(total[amount])]),
  );
  return { summed, stated };
}

/** As a reader adds them, who has only the printed decimals. @throws where there is more than cents */
function centsOf(value: string | number | null | undefined): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value ?? 0));
  if (match === null) throw new Error(`${value} is not to the cent`);
  const [, sign, whole = "0", fraction = ""] = match;
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  return sign === "-" ? -cents : cents;
}

function objectsOf({ columns, rows }: DataTable): Record<string, string | number | null>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null])),
  );
}
