import type { Queryable } from "@/lib/db/client";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { problemText } from "@/lib/site/assistants/arguments";
import { type Refused, refuse } from "@/lib/site/assistants/tool";
import type { RecordAt } from "@/lib/site/assistants/tool-queries";
import { encodeList } from "@/lib/site/citations/list-short-id";
import { aboutAnswer } from "@/lib/site/open-data/about";
import { type Asked, readAsked } from "@/lib/site/open-data/asked";
import type { OperationName } from "@/lib/site/open-data/operations";
import type { About } from "@/lib/site/open-data/shapes/answers";
import { requiredByFilters } from "@/lib/site/urls/route";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { type Filters, writeIncidents } from "@/lib/statistics/rules/views";

/** What is asked of the interface, read as its URLs are; or what is wrong with it, and what is allowed. */
export async function readOperation(
  { db, version }: RecordAt,
  operation: OperationName,
  query: URLSearchParams,
): Promise<{ ok: true; asked: Asked } | Refused> {
  const read = readAsked({ operation, item: null, format: "json" }, query, version.number);
  if (!read.ok) return refuse(problemText(read.problems));
  const missing = await missingNames(db, version.number, read.value.filters);
  return missing === null ? { ok: true, asked: read.value } : refuse(missing);
}

/** Whom filters name that a version has not, or has under another name, and what is allowed; null where all are there. */
export async function missingNames(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<string | null> {
  for (const each of requiredByFilters(filters)) {
    if (!("slug" in each)) continue;
    const place = await placeAt(db, version, each.kind, each.slug);
    if (place === null)
      return `${each.kind}=${each.slug}: version ${version} of the record holds no ${each.kind} of that name. Allowed is its slug, as answers have it: find_incidents with q finds thefts by any words, and says their slugs.`;
    if (place.active !== each.slug)
      return `${each.kind}=${each.slug}: in version ${version} of the record that is ${place.active}. Allowed is that slug.`;
  }
  return null;
}

/** What the interface says of an answer. */
export async function aboutAsked({ db, version }: RecordAt, asked: Asked): Promise<About> {
  const [coverage, names] = await Promise.all([
    coverageAt(db, version.number),
    namedInRule(db, version.number, asked.filters),
  ]);
  return aboutAnswer(asked, version, coverage, names);
}

/** The short id of the list of incidents under a rule; null where it would be too long to print. */
export function listShortId(version: number, filters: Filters, sort: Asked["sort"] = "newest") {
  return encodeList({ version, query: writeIncidents({ filters, sort, page: 1 }) });
}
