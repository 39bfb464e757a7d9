import { spawn } from "node:child_process";
import { Prisma } from "@/lib/db/generated/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import { RECORD_TABLES } from "@/lib/record/shapes/record-queries";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import { hasProgram } from "../../scripts/running/deployment-programs.mjs";
import { inlined } from "./sent-sql.mjs";

/**
 * Everything that the CSV of all incidents says, in its order, by `COPY … TO STDOUT` of psql; lists stand in it as JSON.
 * @returns how many bytes came; null where there is no psql
 */
export async function copyAll(url: string, version: number): Promise<number | null> {
  if (!hasProgram("psql")) return null;
  const select = inlined(Prisma.sql`
    SELECT ${RECORD_TABLES.incident.columns}, r.slug AS target_slug, r.name AS target_name,
      (SELECT a.slug FROM incident_revision a WHERE a.incident_id = i.merged_into_id AND ${seenAtVersion("a", version)}) AS merged_into_slug,
      coalesce((
        SELECT json_agg(json_build_object('id', a.actor_id, 'slug', a.slug, 'name', a.name, 'kind', a.kind,
          'legal_status', ${namedStatus(version)}, 'legal_status_on', a.status_on) ORDER BY a.actor_id)
        FROM (SELECT DISTINCT t.actor_id FROM attribution t WHERE t.revision_id = i.id) said
        JOIN actor_revision a ON a.actor_id = said.actor_id AND ${seenAtVersion("a", version)}
      ), '[]') AS actors,
      (SELECT min(f.published_in) FROM incident_revision f WHERE f.incident_id = i.incident_id) AS first_version,
      to_char(v.published_at, 'YYYY-MM-DD') AS published_on
    FROM incident_revision i
    JOIN dataset_version v ON v.number = i.published_in
    LEFT JOIN target_revision r ON r.target_id = i.target_id AND ${seenAtVersion("r", version)}
    WHERE ${underRule(version, {})} ORDER BY i.occurred_on DESC, i.id DESC`);
  const commands = ["SET jit = off", `COPY (${select}) TO STDOUT WITH (FORMAT csv, HEADER)`];
  const psql = spawn(
    "psql",
    ["--no-psqlrc", "--quiet", `--dbname=${url}`].concat(
      commands.map((command) => `--command=${command}`),
    ),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let bytes = 0;
  psql.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.byteLength;
  });
  const code = await new Promise((resolve) => psql.once("close", resolve));
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  return bytes;
}
