import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import type { Database } from "@/lib/db/client";
import {
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalsUnder,
} from "@/lib/statistics/totals/total-queries";
import { StepFailure } from "../../scripts/progress.mjs";
import { sumsInPlainSql } from "./plain-sql.mjs";
import { byActor, SUMS, type Sums, type SumsView } from "./sums-view.mjs";

/** The sums as the program asks for them. */
export function sumsOfProgram(db: Database, view: SumsView): Sums {
  const { version, period, periodBefore, daysFrom, confidence } = view;
  return {
    "both periods": () => totalsUnder(db, version, [period, periodBefore]),
    "by month": () => totalsByMonth(db, version, period),
    "by day": () => totalsByDay(db, version, { from: daysFrom, to: period.to }),
    "by actor": async () => {
      const { rows, unattributed, sharedIncidents } = await totalsByActor(
        db,
        version,
        period,
        confidence,
      );
      return { rows: rows.sort(byActor), unattributed, sharedIncidents };
    },
  };
}

/** Both ways to the sums. @throws {StepFailure} where they disagree, for then they do not compare */
export async function comparedSums(
  db: Database,
  pool: pg.Pool,
  view: SumsView,
): Promise<{ program: Sums; plainSql: Sums }> {
  const program = sumsOfProgram(db, view);
  const plainSql = sumsInPlainSql(pool, view);
  for (const name of SUMS) {
    if (!isDeepStrictEqual(await program[name](), await plainSql[name]())) {
      throw new StepFailure(`the sums ${name} differ from those in plain SQL`);
    }
  }
  return { program, plainSql };
}
