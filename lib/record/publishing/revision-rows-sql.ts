import { Prisma } from "@/lib/db/generated/client";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The rows that hold the revisions of each kind: `id` of the record, and in which versions it was published and superseded. */
export const REVISION_ROWS: Readonly<Record<RecordKind, Prisma.Sql>> = {
  incident: Prisma.sql`SELECT incident_id AS id, published_in, superseded_in FROM incident_revision`,
  target: Prisma.sql`SELECT target_id AS id, published_in, superseded_in FROM target_revision`,
  service: Prisma.sql`SELECT service_id AS id, published_in, superseded_in FROM known_address`,
  coverage: Prisma.sql`SELECT 1 AS id, published_in, superseded_in FROM coverage_revision`,
  actor: Prisma.sql`SELECT actor_id AS id, published_in, superseded_in FROM actor_revision`,
  figure: Prisma.sql`SELECT figure_id AS id, published_in, superseded_in FROM figure_revision`,
};
