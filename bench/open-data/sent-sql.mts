import type { Database, Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A statement as it is sent. */
export interface Sent {
  text: string;
  values: unknown[];
}

/** The statements that a query sends. */
export async function sentBy(
  db: Database,
  query: (db: Queryable) => Promise<unknown>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const recording = new Proxy(db, {
    get(target, name) {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return (given: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
        const sql = "raw" in given ? Prisma.sql(given, ...values) : given;
        sent.push({ text: sql.text, values: sql.values });
        return target.$queryRaw(sql);
      };
    },
  });
  await query(recording);
  return sent;
}

/** A statement whose values stand in it, for programs that take none beside it. */
export function inlined({ text, values }: Pick<Prisma.Sql, "text" | "values">): string {
  return text.replace(/\$(\d+)/g, (_, place) => literal(values[Number(place) - 1]));
}

function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`no literal for ${typeof value}`);
}
