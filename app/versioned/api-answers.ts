import type { OpenVersion } from "@/app/versioned/open-version";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { csvRow } from "@/lib/site/exports/csv";
import { aboutAnswer, nextPath } from "@/lib/site/open-data/about";
import {
  type ListName,
  listPage,
  oneAt,
  type Page,
  revisionsAt,
  versionPage,
  wholeList,
} from "@/lib/site/open-data/answer-queries";
import { type Asked, MOST_ON_PAGE } from "@/lib/site/open-data/asked";
import { changesBetween, countRevised } from "@/lib/site/open-data/change-queries";
import { changeLine } from "@/lib/site/open-data/changes";
import { csvColumns } from "@/lib/site/open-data/csv-columns";
import { LOOKUP_CAVEAT } from "@/lib/site/open-data/lookup-entry";
import { addressesInRange, lookUpEntries } from "@/lib/site/open-data/lookup-queries";
import { modifiedAt } from "@/lib/site/open-data/modified-queries";
import { OPERATIONS } from "@/lib/site/open-data/operations";
import type { About } from "@/lib/site/open-data/shapes/answers";
import { statsAt } from "@/lib/site/open-data/stat-queries";
import { publicUrl } from "@/lib/site/urls/public-url";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";

type Opened = Pick<OpenVersion, "db" | "version">;

/** Rows of a table that is made as a whole, and so can be kept; a longer one is sent as it is made. */
const MOST_KEPT = 2_000;

const written = (answer: unknown) => `${JSON.stringify(answer)}\n`;

async function aboutOf({ db, version }: Opened, asked: Asked): Promise<About> {
  const [coverage, names] = await Promise.all([
    coverageAt(db, version.number),
    namedInRule(db, version.number, asked.filters),
  ]);
  return aboutAnswer(asked, version, coverage, names);
}

/** What is asked for of one record; null where the version has none such. */
export async function oneAnswer(opened: Opened, asked: Asked): Promise<string | null> {
  const { db, version } = opened;
  const { operation, item } = asked;
  if (item === null) return null;
  switch (operation) {
    case "incident":
    case "target":
    case "actor":
    case "figure": {
      const [found, about] = await Promise.all([
        oneAt(db, version.number, operation, item),
        aboutOf(opened, asked),
      ]);
      return found && written({ ...about, data: only(found, asked.fields) });
    }
    case "incident-revisions": {
      const page = await revisionsAt(db, version.number, item);
      return page && written(listAnswer(await aboutOf(opened, asked), page, asked));
    }
    case "address-range": {
      const [about, found] = await Promise.all([
        aboutOf(opened, asked),
        addressesInRange(db, version.number, item),
      ]);
      const rows = found.map((data, row) => ({ row, data: { ...data } }));
      return written(listAnswer(about, { rows, total: rows.length, hasMore: false }, asked));
    }
    default:
      throw new Error(`${operation} is about no record in particular`);
  }
}

/** What the record holds of a list that was sent; null where it holds more than an answer has room for. */
export async function lookupAnswer(
  opened: Opened,
  asked: Asked,
  entries: readonly string[],
): Promise<string | null> {
  const [about, data] = await Promise.all([
    aboutOf(opened, asked),
    lookUpEntries(opened.db, opened.version.number, entries),
  ]);
  return data && written({ ...about, caveat: LOOKUP_CAVEAT, total: data.length, data });
}

/** A page of a list, or what a rule adds up to. */
export async function jsonAnswer(opened: Opened, asked: Asked): Promise<string> {
  const { db, version } = opened;
  if (asked.operation === "stats") {
    const [about, { sum, rows }] = await Promise.all([
      aboutOf(opened, asked),
      statsAt(db, version.number, asked),
    ]);
    const { measure, estimate, by, interval, dollars } = asked;
    return written({ ...about, measure, estimate, by, interval, dollars, sum, data: rows });
  }
  const [about, page] = await Promise.all([aboutOf(opened, asked), pageAsked(opened, asked)]);
  return written(listAnswer(about, page, asked));
}

function listAnswer(about: About, { rows, total, hasMore }: Page, asked: Asked) {
  const last = rows.at(-1);
  return {
    ...about,
    total,
    next: hasMore && last !== undefined ? publicUrl(nextPath(asked, last.row)) : null,
    data: rows.map(({ data }) => only(data, asked.fields)),
  };
}

function only(item: Record<string, unknown>, fields: readonly string[] | null) {
  return fields === null ? item : Object.fromEntries(fields.map((name) => [name, item[name]]));
}

async function pageAsked({ db, version }: Opened, asked: Asked): Promise<Page> {
  if (asked.operation === "versions") return versionPage(db, version, asked);
  return listPage(db, version, listOf(asked), asked);
}

const listOf = ({ operation }: Asked) =>
  operation as Exclude<ListName, "versions" | "incident-revisions">;

/** Whether what is asked for is sent as it is made, because it is too much to be kept. */
export async function isLong({ db, version }: Opened, asked: Asked): Promise<boolean> {
  const { operation } = asked;
  if (operation === "stats" || operation === "versions") return false;
  if (operation === "changes")
    return (await countRevised(db, asked.since, version.number)) > MOST_KEPT;
  if (operation === "modified") return false;
  const { total } = await pageAsked({ db, version }, { ...asked, limit: 1 });
  return total > MOST_KEPT;
}

/** What is asked for as CSV, some lines at a time. */
export async function* answerRows(opened: Opened, asked: Asked): AsyncGenerator<string> {
  const columns = csvColumns(OPERATIONS[asked.operation].shape, asked.fields);
  const lines = (items: readonly Record<string, unknown>[]) =>
    items.map((item) => csvRow(columns.map(({ cellOf }) => cellOf(item)))).join("");
  yield csvRow(columns.map(({ name }) => name));
  const { db, version } = opened;
  if (asked.operation === "stats") {
    yield lines((await statsAt(db, version.number, asked)).rows);
    return;
  }
  if (asked.operation === "modified") {
    yield lines(await modifiedAt(db, version.number));
    return;
  }
  if (asked.operation === "versions") {
    for (let after: number | null = null, hasMore = true; hasMore; ) {
      const page: Page = await versionPage(db, version, { after, limit: MOST_ON_PAGE });
      yield lines(page.rows.map(({ data }) => data));
      after = page.rows.at(-1)?.row ?? null;
      hasMore = page.hasMore;
    }
    return;
  }
  for await (const some of wholeList(db, version, listOf(asked), asked)) yield lines(some);
}

/** What changed between two versions, some lines at a time. */
export async function* answerLines({ db, version }: Opened, asked: Asked): AsyncGenerator<string> {
  for await (const some of changesBetween(db, asked.since, version.number))
    yield some.map(changeLine).join("");
}
