import type { Queryable } from "@/lib/db/client";
import { type ListedKey, scopesSchema } from "@/lib/desk/keys/api-key";

/** Every key that was ever made, the newest first. */
export async function listKeys(db: Queryable): Promise<ListedKey[]> {
  const rows = await db.apiKey.findMany({
    include: { person: true, createdBy: true, revokedBy: true },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: scopesSchema.parse(row.scopes),
    person: { name: row.person.name, hasAccess: row.person.deactivatedAt === null },
    createdAt: row.createdAt,
    createdBy: row.createdBy.name,
    lastUsedAt: row.lastUsedAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    revokedBy: row.revokedBy?.name ?? null,
  }));
}
