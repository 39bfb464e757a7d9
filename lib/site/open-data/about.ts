import type { Coverage } from "@/lib/record/coverage/coverage";
import type { Version } from "@/lib/record/versions/version";
import { citationTexts } from "@/lib/site/citations/citation";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { type Asked, ruleOf, writeAsked } from "@/lib/site/open-data/asked";
import { OPERATIONS, pathOf } from "@/lib/site/open-data/operations";
import type { About } from "@/lib/site/open-data/shapes/answers";
import { printedUrl, publicUrl } from "@/lib/site/urls/public-url";
import { listTitle, type SelectionNames } from "@/lib/statistics/incident-list/selection-text";
import {
  DIMENSIONS,
  ESTIMATES,
  INTERVALS,
  MEASURES,
  SORTS,
} from "@/lib/statistics/rules/parameters";

/** The path of an answer that never changes. */
export function permanentPath(asked: Asked): string {
  const { operation, item, version } = asked;
  const named = OPERATIONS[operation].answers === "lines" ? "to" : "version";
  const query = [writeAsked(asked), `${named}=${version}`].filter((part) => part !== "").join("&");
  return `${endedPath({ operation, item, format: asked.format })}?${query}`;
}

/** The path of an operation in a form; what is the usual one needs no ending. */
function endedPath({ operation, item, format }: Pick<Asked, "operation" | "item" | "format">) {
  return `${pathOf(operation, item)}${format === "json" ? "" : `.${format}`}`;
}

/** The path of the page behind a row, in the same version. */
export function nextPath(asked: Asked, row: number): string {
  const query = writeAsked({ ...asked, after: row });
  return `${endedPath(asked)}?${query}`;
}

const HEADS: Partial<Record<Asked["operation"], string>> = {
  addresses: "Wallet addresses of: ",
  transactions: "Transactions of: ",
};

/** What is asked for, in words. @param names what the actors and targets of its filters are called */
function titleOf(asked: Asked, names: SelectionNames): string {
  const { operation, item } = asked;
  const { takes, summary } = OPERATIONS[operation];
  if ((takes as readonly string[]).includes("rule"))
    return `${HEADS[operation] ?? ""}${listTitle(asked.filters, names)}${narrowedText(asked)}`;
  if (operation === "address-range") return `Addresses whose digest begins with ${item}`;
  if (operation === "lookup") return "Look-up of a list";
  return item === null
    ? `${summary.split(/[:.]/)[0] ?? summary}${narrowedText(asked)}`
    : `${operation} ${item}`;
}

/** What a list is narrowed to by its own filters, as it follows behind a title. */
function narrowedText({ narrowed }: Asked): string {
  const said = Object.entries(narrowed).map(([name, value]) => `${name} ${value}`);
  return said.length === 0 ? "" : `; only ${said.join(", ")}`;
}

function wordsOf(asked: Asked, title: string): string {
  const { operation, measure, estimate, by, interval, dollars, sort } = asked;
  const { answers, summary, takes } = OPERATIONS[operation];
  if (answers === "stats")
    return [
      `${MEASURES[measure]}, ${ESTIMATES[estimate].toLowerCase()}`,
      ...(dollars === null ? [] : [`in dollars of ${dollars}`]),
      ...(by === null ? [] : [`by ${DIMENSIONS[by].toLowerCase()}`]),
      ...(interval === null ? [] : [INTERVALS[interval].toLowerCase()]),
      title,
    ].join(", ");
  if ((takes as readonly string[]).includes("sort")) return `${title}. ${SORTS[sort]}.`;
  return (takes as readonly string[]).includes("rule")
    ? `${title}.`
    : narrowedWords(asked, summary);
}

function narrowedWords(asked: Asked, summary: string): string {
  const narrowed = narrowedText(asked);
  return narrowed === "" ? summary : `${summary.replace(/\.$/, "")}${narrowed}.`;
}

/** What an answer says of itself. @param coverage how far editors had looked; null where they had not said */
export function aboutAnswer(
  asked: Asked,
  version: Version,
  coverage: Coverage | null,
  names: SelectionNames,
): About {
  const path = permanentPath(asked);
  const title = titleOf(asked, names);
  return {
    title,
    version: version.number,
    published_on: version.publishedOn,
    rule: ruleOf(asked),
    rule_in_words: wordsOf(asked, title),
    coverage: coverage && {
      covered_through: coverage.coveredThrough,
      statement: coverage.statement,
      threshold: coverage.threshold,
      missing: coverage.missing,
    },
    licence: { name: LICENCE_NAME, url: LICENCE_URL },
    citation: citationTexts({ title, address: printedUrl(path), shortId: null, version }).plain,
    permanent_url: publicUrl(path),
  };
}
