import type { Queryable } from "@/lib/db/client";
import { crossRate, DAYS_BACK, type DayRate, ECB } from "@/lib/desk/rates/exchange-rate";
import type { Day } from "@/lib/values/dates/day";

/** The rate of a day, or the last one before it: none is published at weekends. Null where none within a week is held. */
export async function rateOn(db: Queryable, currency: string, day: Day): Promise<DayRate | null> {
  const [found] = await db.$queryRaw<{ day: string; usd: string; per: string | null }[]>`
    SELECT to_char(u.day, 'YYYY-MM-DD') AS day, u.per_euro::text AS usd, c.per_euro::text AS per
    FROM desk.exchange_rate u
    LEFT JOIN desk.exchange_rate c ON c.day = u.day AND c.currency = ${currency}
    WHERE u.currency = 'USD' AND u.day <= ${day}::date AND u.day >= ${day}::date - ${DAYS_BACK}::int
      AND (${currency} = 'EUR' OR c.currency IS NOT NULL)
    ORDER BY u.day DESC LIMIT 1`;
  if (found === undefined) return null;
  const usd = plain(found.usd);
  const rate = { currency, on: found.day, source: ECB.name, url: ECB.page };
  if (found.per === null) return { ...rate, rate: usd, from: null };
  const per = plain(found.per);
  return {
    ...rate,
    rate: crossRate(usd, per),
    from: `${usd} US dollars and ${per} ${currency} for a euro`,
  };
}

/** Through which day rates are held; null where there are none. */
export async function ratesThrough(db: Queryable): Promise<Day | null> {
  const [found] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT to_char(max(day), 'YYYY-MM-DD') AS day FROM desk.exchange_rate`;
  return found?.day ?? null;
}

/** As it is published: the database fills the places up. */
function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
