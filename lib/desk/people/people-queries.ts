import type { Queryable } from "@/lib/db/client";
import type { ListedPerson } from "@/lib/desk/people/listed-person";

/** Everybody who is or was at the desk: those with access first, by name. */
export async function listPeople(db: Queryable): Promise<ListedPerson[]> {
  const rows = await db.user.findMany({
    include: { sessions: { select: { updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 1 } },
    orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: row.createdAt,
    seenAt: row.sessions[0]?.updatedAt ?? null,
    secondFactor: row.twoFactorEnabled,
    deactivatedAt: row.deactivatedAt,
  }));
}

/** Whether anybody could let others in. */
export async function hasAdmin(db: Queryable): Promise<boolean> {
  return (await db.user.count({ where: { role: "admin", deactivatedAt: null } })) > 0;
}
