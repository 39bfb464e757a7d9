import { z } from "zod";
import { findVersion } from "@/lib/record/versions/version-queries";
import { answerText } from "@/lib/site/assistants/answer-text";
import { problemText } from "@/lib/site/assistants/arguments";
import { countedAt } from "@/lib/site/assistants/counted-queries";
import { pathOf } from "@/lib/site/assistants/get-incident-queries";
import { missingNames, readOperation } from "@/lib/site/assistants/rule-queries";
import { agreementOf, type HeldAmount, heldAmounts } from "@/lib/site/assistants/said-amounts";
import { heldCounts } from "@/lib/site/assistants/said-counts";
import { type Refused, refuse } from "@/lib/site/assistants/tool";
import type { RecordAt, Tool } from "@/lib/site/assistants/tool-queries";
import { oneAt } from "@/lib/site/open-data/answer-queries";
import { pathOf as pathOfOperation } from "@/lib/site/open-data/operations";
import type { IncidentAnswer } from "@/lib/site/open-data/shapes/answers";
import { citedPath } from "@/lib/site/urls/cited-path";
import { linksFor } from "@/lib/site/urls/links";
import { readingContext } from "@/lib/site/urls/reading-context";
import { routes, splitVersion } from "@/lib/site/urls/routes";
import { isAdded, type NumberRule, numberOfChart } from "@/lib/statistics/changes/number-rule";
import { knownAmountOf } from "@/lib/statistics/numbers/number";
import { isNumber } from "@/lib/statistics/numbers/number-view";
import { toldNumber } from "@/lib/statistics/numbers/told-number-queries";
import { writeIncidents } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";

const ALLOWED =
  "a text with a short id, such as 01WM-59KG-0X, or with a permanent address of a number, a list, a chart or an incident, such as https://…/v/3/incidents/coinex-2023-09, or of sums with their version, such as https://…/api/v1/stats?measure=median&version=3";

const AGREES: Readonly<Record<HeldAmount["is"], string>> = {
  number: "yes",
  beside: "named beside it",
  no: "no",
};

export const verifyCitation: Tool = {
  title: "Verify a citation",
  description:
    "Whether the record, at the version that a citation names, says the amounts and numbers of incidents in it. Give the whole text with its short id or permanent address.",
  parameters: { citation: { type: "string" } },
  required: ["citation"],
  output: z.object({
    agrees: z.boolean().nullable(),
    version: z.int(),
    record_says: z.string(),
    amount_usd: z.number().nullable(),
    amounts: z.array(z.object({ said: z.string(), agrees: z.boolean() })),
    url: z.string(),
    incidents: z.int().nullable(),
    counts: z.array(z.object({ said: z.string(), agrees: z.boolean() })),
  }),
  async answer(at, given) {
    const citation = given.get("citation") ?? "";
    const path = cited(citation);
    if (path === null)
      return refuse(`citation: it names nothing that is for ever. Allowed is ${ALLOWED}.`);
    const place = placeOf(path);
    const version = place.version === null ? null : await findVersion(at.db, place.version);
    if (version === null)
      return refuse(
        `citation: it names version ${place.version ?? "none"}; the record has 1 to ${at.version.number}. Allowed is ${ALLOWED}.`,
      );
    const said = await recordSays({ ...at, version }, place.path, place.query);
    if (!said.ok) return said;
    const amounts = heldAmounts(citation, said.usd, said.words);
    const counts = said.incidents === null ? [] : heldCounts(citation, said.incidents, said.words);
    const held = [...amounts, ...counts];
    const agrees = agreementOf(held);
    const verdict =
      agrees === null
        ? `The citation names no amount in US dollars and no number of incidents${held.length === 0 ? "" : " but such as the record names beside its own"}`
        : agrees
          ? "The citation agrees with the record"
          : "The citation does not agree with the record";
    return {
      ok: true,
      text: answerText({
        finding: `${verdict}: ${said.finding}`,
        version,
        url: said.url,
        shortId: null,
        table:
          held.length === 0
            ? null
            : {
                columns: ["The citation says", "The record says", "Agrees"],
                rows: [
                  ...amounts.map(({ text, is }) => [
                    text,
                    said.usd === null ? null : formatUsdExact(said.usd),
                    AGREES[is],
                  ]),
                  ...counts.map(({ text, is }) => [
                    text,
                    said.incidents === null ? null : `${said.incidents} incidents`,
                    AGREES[is],
                  ]),
                ],
              },
        notes: [
          "An amount agrees where the record’s, rounded to as many digits, is the same, or where the record’s own words at that place name it beside the number, such as a limit of the rule; what a citation says such an amount is of is not read. A number of incidents agrees where it is the same. “About” and “nearly” are held against the record’s number rounded to the digits that are shown, “at least”, “more than”, “up to” and such as what they say. That the record says so does not prove that it is so.",
        ],
      }),
      data: {
        agrees,
        version: version.number,
        record_says: said.finding,
        amount_usd: said.usd,
        amounts: amounts.map(agreed),
        url: said.url,
        incidents: said.incidents,
        counts: counts.map(agreed),
      },
    };
  },
};

const agreed = ({ text, is }: Pick<HeldAmount, "text" | "is">) => ({
  said: text,
  agrees: is !== "no",
});

/** Where sums stand that are no number's page: medians, and amounts in a year's dollars. */
const STATS = pathOfOperation("stats", null);

/** Which version a path is of, and where in it. */
function placeOf(path: URL): { version: number | null; path: string; query: URLSearchParams } {
  const { pathname, searchParams: query } = path;
  if (pathname === STATS) {
    const version = query.get("version") ?? "";
    query.delete("version");
    return { version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null, path: STATS, query };
  }
  const split = splitVersion(pathname);
  return { version: split?.version ?? null, path: split?.path ?? pathname, query };
}

/** Where a text says that its number stands; null where it names no such place. */
function cited(text: string): URL | null {
  const [, address] =
    /(\/v\/\d+(?:\/[^\s"'<>()]*)?|\/api\/v1\/stats\?[^\s"'<>()]*)/.exec(text) ?? [];
  const ids = text.match(/\b[0-9A-Za-z]{2,6}(?:-[0-9A-Za-z]{1,6})+\b/g) ?? [];
  const path =
    address?.replace(/[.,;:!?)\]]+$/, "") ??
    ids.map((id) => citedPath(id)).find((found) => found !== null) ??
    null;
  return path !== null && URL.canParse(path, "http://lossline.invalid")
    ? new URL(path, "http://lossline.invalid")
    : null;
}

interface RecordSays {
  ok: true;
  finding: string;
  /** All that the record says there, with what it names beside the number. */
  words: string;
  /** Null where no amount is known. */
  usd: number | null;
  /** How many incidents it is of; null of one incident. */
  incidents: number | null;
  url: string;
}

/** What stands at a path of a version. */
async function recordSays(
  at: RecordAt,
  path: string,
  query: URLSearchParams,
): Promise<RecordSays | Refused> {
  const { db, version, origin } = at;
  const context = readingContext(version, true);
  const links = linksFor({ version: version.number, pinned: true });
  const incident = routes.incident.parse(path, query, context);
  if (incident?.ok) {
    const found = await oneAt(db, version.number, "incident", incident.value.slug);
    if (found === null)
      return refuse(`citation: version ${version.number} has no incident ${incident.value.slug}.`);
    const { name, occurred_on, loss_usd, url, status } = found as unknown as IncidentAnswer;
    const lost = loss_usd === null ? "of unknown size" : formatUsdExact(loss_usd);
    const counts = status === "active" || status === "withheld" ? "" : `; it is ${status}`;
    const finding = `${name}, ${dateText(occurred_on)}: loss ${lost}${counts}`;
    return {
      ok: true,
      finding,
      words: finding,
      usd: loss_usd,
      incidents: null,
      url: `${origin}${pathOf(url)}`,
    };
  }
  const sums = sumsAt(path, query, context);
  if (sums !== null) return sumsSay(at, sums);
  const rule = ruleAt(path, query, context);
  if (rule === null)
    return refuse(
      `citation: nothing at ${path.slice(0, 200)} is one number. Allowed is ${ALLOWED}.`,
    );
  if ("problem" in rule) return rule;
  const missing = await missingNames(db, version.number, rule.filters);
  if (missing !== null) return refuse(missing);
  const { number, sentences } = await toldNumber(db, version, rule);
  return {
    ok: true,
    finding: sentences.short,
    words: sentences.full,
    usd: rule.measure === "count" ? null : knownAmountOf(number),
    incidents: number.incidents,
    url: `${origin}${links.number(rule)}`,
  };
}

/** What is asked of sums at a path that no number's page has: medians, and amounts in a year's dollars; null where that is not so. */
function sumsAt(
  path: string,
  query: URLSearchParams,
  context: ReturnType<typeof readingContext>,
): URLSearchParams | null {
  if (path === STATS) return query;
  const chart = routes.chart.parse(path, query, context);
  if (!chart?.ok) return null;
  const { view } = chart.value;
  const { measure, estimate } = view;
  const dollars = "dollars" in view ? view.dollars : null;
  if (isAdded(measure) && dollars == null) return null;
  const { filters } = numberOfChart(view);
  const asked = new URLSearchParams(writeIncidents({ filters, sort: "newest", page: 1 }));
  asked.set("measure", measure);
  asked.set("estimate", estimate);
  if (dollars != null) asked.set("dollars", String(dollars));
  return asked;
}

/** What a rule's sums are, and those of its parts beside them. */
async function sumsSay(at: RecordAt, query: URLSearchParams): Promise<RecordSays | Refused> {
  const read = await readOperation(at, "stats", query);
  if (!read.ok) return read;
  const { finding, known, sum, rows, url } = await countedAt(at, read.asked);
  const parts = rows.map(
    ({ amount, incidents }) => `${formatUsdExact(amount)}, ${incidents} incidents`,
  );
  const isCount = read.asked.measure === "count";
  return {
    ok: true,
    finding,
    words: [finding, ...(isCount ? [] : parts)].join("; "),
    usd: isCount ? null : known,
    incidents: sum.incidents,
    url,
  };
}

/** The rule of the number that stands at a path, or what cannot be read of it; null where none does. */
function ruleAt(
  path: string,
  query: URLSearchParams,
  context: ReturnType<typeof readingContext>,
): NumberRule | Refused | null {
  const number = routes.number.parse(path, query, context);
  if (number !== null) return number.ok ? number.value : refuse(problemText(number.problems));
  const chart = routes.chart.parse(path, query, context);
  if (chart !== null)
    return chart.ok ? numberOfChart(chart.value.view) : refuse(problemText(chart.problems));
  const list = routes.incidents.parse(path, query, context);
  if (list === null) return null;
  if (!list.ok) return refuse(problemText(list.problems));
  const { filters } = list.value;
  return isNumber(filters)
    ? { filters, measure: "gross", estimate: "best" }
    : refuse("citation: what a search for words finds adds up to nobody’s total.");
}
