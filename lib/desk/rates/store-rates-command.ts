import type { Database } from "@/lib/db/client";
import type { ReadRate } from "@/lib/desk/rates/read-rates-file";

/** So many rows are sent at a time. */
const ROWS = 20_000;

/** Stores rates of days: all of them or, where one fails, none. What a day has already is replaced. @returns how many are new or others */
export async function storeRates(db: Database, rates: readonly ReadRate[]): Promise<number> {
  return db.$transaction(
    async (transaction) => {
      let changed = 0;
      for (let start = 0; start < rates.length; start += ROWS) {
        const part = rates.slice(start, start + ROWS);
        changed += await transaction.$executeRaw`
          INSERT INTO desk.exchange_rate AS e (currency, day, per_euro)
          SELECT * FROM unnest(${part.map(({ currency }) => currency)}::text[],
            ${part.map(({ day }) => day)}::date[], ${part.map(({ perEuro }) => perEuro)}::numeric[])
          ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro
          WHERE e.per_euro <> excluded.per_euro`;
      }
      return changed;
    },
    { timeout: 120_000 },
  );
}
