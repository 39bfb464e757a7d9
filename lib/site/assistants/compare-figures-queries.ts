import { answerText } from "@/lib/site/assistants/answer-text";
import { problemText } from "@/lib/site/assistants/arguments";
import { FILTER_PARAMETERS } from "@/lib/site/assistants/filter-parameters";
import { refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { linksFor } from "@/lib/site/urls/links";
import { comparedFigures } from "@/lib/statistics/figures/compared-figure-queries";
import { listFigures } from "@/lib/statistics/figures/figure-list-queries";
import { readFigures } from "@/lib/statistics/figures/figures-view";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";
import { UNRECONCILED } from "@/lib/statistics/reconciliation/reconciliation-text";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

const MOST_ROWS = 25;

export const compareFigures: Tool = {
  title: "Compare figures",
  description:
    "Totals that other publishers have published (such as Chainalysis), each beside the record's own number of the same days and scope, and what remains once their rules are applied.",
  parameters: {
    publisher: { type: "string" },
    year: { type: "integer" },
    from: FILTER_PARAMETERS.from,
    to: FILTER_PARAMETERS.to,
    category: { type: "string" },
    actor: { type: "string", description: "Slug" },
  },
  async answer({ db, version, origin }, given) {
    const read = readFigures(given);
    if (!read.ok) return refuse(problemText(read.problems));
    const { filters, sort } = read.value;
    const all = await listFigures(db, version.number, filters, sort);
    const shown = all.slice(0, MOST_ROWS);
    const ids = new Set(shown.map(({ figureId }) => figureId));
    const [compared, reconciled] = await Promise.all([
      comparedFigures(db, version.number, shown),
      ids.size === 0
        ? null
        : reconciliationsAt(db, version.number, ({ figureId }) => ids.has(figureId)),
    ]);
    const outcomeOf = new Map(
      (reconciled?.figures ?? []).map(({ figure, outcome }) => [figure.figureId, outcome]),
    );
    const links = linksFor({ version: version.number, pinned: true });
    const url = `${origin}${links.figures(filters, { sort })}`;
    const rows = compared.map((figure) => {
      const outcome = outcomeOf.get(figure.figureId);
      const held = outcome === undefined || typeof outcome === "string" ? null : outcome;
      const own = typeof figure.own === "string" ? null : figure.own;
      const isKnown = own !== null && own.incidents > own.unknownSize;
      return {
        figure: figure.figureId,
        publisher: figure.publisher,
        title: figure.title,
        from: figure.from,
        to: figure.to,
        actor: figure.actor?.slug ?? null,
        category: figure.category,
        amount_usd: figure.amountUsd,
        qualifier: figure.qualifier,
        own_usd: isKnown ? own.lossUsd : null,
        own_unknown: own?.unknownSize ?? null,
        under_their_rule_usd: held === null ? null : dollars(held.underRuleCents),
        unexplained_usd: held === null ? null : dollars(held.residualCents),
        why_not: typeof outcome === "string" ? UNRECONCILED[outcome] : null,
        source: figure.source,
        url: `${origin}${links.reconciliation(figure)}`,
      };
    });
    const [first] = rows;
    return {
      ok: true,
      text: answerText({
        finding: findingOf(all.length, first),
        version,
        url: all.length === 1 && first !== undefined ? first.url : url,
        shortId: null,
        table: {
          columns: [
            "Publisher",
            "Figure",
            "Days",
            "Published",
            "Own, same scope",
            "Own, their rule",
            "Unexplained",
            "Held against ours",
          ],
          rows: rows.map((row) => [
            row.publisher,
            row.title,
            `${row.from} to ${row.to}`,
            `${row.qualifier === "exact" ? "" : `${row.qualifier} `}${formatUsdExact(row.amount_usd)}`,
            row.own_usd === null ? "nothing comparable" : formatUsdExact(row.own_usd),
            row.under_their_rule_usd === null
              ? (row.why_not ?? "not known")
              : formatUsdExact(row.under_their_rule_usd),
            row.unexplained_usd === null ? "not known" : formatUsdExact(row.unexplained_usd),
            row.url,
          ]),
        },
        notes: [
          "Others count otherwise: scope, days and valuation differ. What no known difference explains is said as unexplained, and is never spread.",
          ...(all.length > MOST_ROWS
            ? [`${MOST_ROWS} of ${all.length} are here; all of them are at ${url}`]
            : []),
        ],
      }),
      data: { version: version.number, total: all.length, figures: rows, url },
    };
  },
};

const dollars = (cents: bigint) => Number(cents) / 100;

function findingOf(
  total: number,
  first:
    | {
        publisher: string;
        amount_usd: number;
        own_usd: number | null;
        own_unknown: number | null;
        from: string;
        to: string;
      }
    | undefined,
): string {
  if (first === undefined) return "Lossline holds no published figure of this kind";
  const days = `${dateText(first.from)} to ${dateText(first.to)}`;
  const own =
    first.own_usd === null
      ? "and the record has no number of its own that may stand beside it"
      : `where the record's own known losses of the same days and scope are ${formatUsd(first.own_usd)}${first.own_unknown ? `, with ${first.own_unknown} more of unknown size` : ""}`;
  const said = `${first.publisher} published ${formatUsd(first.amount_usd)} for ${days}, ${own}`;
  return total === 1
    ? said
    : `Lossline holds ${total} published figures of this kind; the first: ${said}`;
}
