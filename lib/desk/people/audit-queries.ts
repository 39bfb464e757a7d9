import type { Queryable } from "@/lib/db/client";
import { ACCESS, type Action } from "@/lib/desk/access/access";

export const AUDIT_PAGE = 100;
/** Stands for no person of the desk; no id is so short. */
export const NOBODY = "nobody";

interface AuditFilter {
  /** A person's id; null for everybody, NOBODY for the console and for whoever had not signed in. */
  personId: string | null;
  action: Action | null;
  /** From 1. */
  page: number;
}

interface AuditLine {
  id: number;
  at: Date;
  /** Null for the server's console, and for what came from outside. */
  who: string | null;
  action: string;
  subject: string;
  detail: string;
}

/** A page of the list of who did what, newest first, and how many pages there are. */
export async function auditLines(
  db: Queryable,
  { personId, action, page }: AuditFilter,
): Promise<{ lines: AuditLine[]; count: number; pages: number }> {
  const where = {
    ...(personId === null ? {} : { personId: personId === NOBODY ? null : personId }),
    ...(action === null ? {} : { action }),
  };
  const [count, rows] = await Promise.all([
    db.auditEntry.count({ where }),
    db.auditEntry.findMany({
      where,
      include: { person: { select: { name: true } } },
      orderBy: { id: "desc" },
      skip: (page - 1) * AUDIT_PAGE,
      take: AUDIT_PAGE,
    }),
  ]);
  const lines = rows.map(({ id, at, person, action: did, subject, detail }) => ({
    id,
    at,
    who: person?.name ?? null,
    action: did,
    subject,
    detail,
  }));
  return { lines, count, pages: Math.max(Math.ceil(count / AUDIT_PAGE), 1) };
}

/** The actions that a list can be held to. */
export const AUDITED = Object.keys(ACCESS) as Action[];
