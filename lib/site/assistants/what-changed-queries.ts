import { findVersion } from "@/lib/record/versions/version-queries";
import { answerText } from "@/lib/site/assistants/answer-text";
import { readOperation } from "@/lib/site/assistants/rule-queries";
import { refuse } from "@/lib/site/assistants/tool";
import type { RecordAt, Tool } from "@/lib/site/assistants/tool-queries";
import { changesBetween } from "@/lib/site/open-data/change-queries";
import type { Change } from "@/lib/site/open-data/changes";
import { statsAt } from "@/lib/site/open-data/stat-queries";
import { linksFor } from "@/lib/site/urls/links";
import { changeText, numberText } from "@/lib/statistics/changes/amount-text";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { formatUsdExact } from "@/lib/values/money/usd";

const MOST_ROWS = 50;
/** Of so many changes each is named; of more there are only counts, and the address of all. */
const MOST_READ = 20_000;

export const whatChanged: Tool = {
  title: "What changed",
  description:
    "What changed in the record from one version to a later one: records added, revised, retracted, merged, restored, withheld; and how total known losses moved.",
  parameters: {
    from: { type: "integer", description: "Earlier version; 0 for everything" },
    to: { type: "integer", description: "Later version; the newest if left out" },
  },
  required: ["from"],
  async answer(at, given) {
    const { db, version, origin } = at;
    const read = await readOperation(at, "changes", given);
    if (!read.ok) return read;
    const from = read.asked.since;
    const earlier = from === 0 ? null : await findVersion(db, from);
    if (from > 0 && earlier === null)
      return refuse(
        `from=${from}: allowed is a version that there is, from 0 to ${version.number}.`,
      );
    const counts = new Map<string, number>();
    const shown: Change[] = [];
    let total = 0;
    for await (const some of changesBetween(db, from, version.number)) {
      for (const change of some) {
        const key = `${change.op} ${change.kind}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (shown.length < MOST_ROWS) shown.push(change);
      }
      total += some.length;
      if (total > MOST_READ)
        return refuse(
          `From version ${from} to ${version.number} more than ${MOST_READ} records changed, too many for an answer. Allowed is a later from; all of it is at ${origin}/api/v1/changes?from=${from}&to=${version.number}.`,
        );
    }
    const [before, now] = [await lossesAt(at, earlier), await lossesAt(at, version)];
    // Of everything, and of a version and itself, there is no page.
    const isOfPage = from > 0 && from < version.number;
    const data = `${origin}/api/v1/changes?from=${from}&to=${version.number}`;
    const url = isOfPage
      ? `${origin}${linksFor({ version: version.number, pinned: true }).changes({ from, to: version.number, rule: lossesUnder({}) })}`
      : data;
    const moved =
      now.amount === before.amount
        ? `total known losses stayed at ${numberText("gross", now.amount)}`
        : `total known losses moved by ${changeText("gross", now.amount - before.amount)}, from ${numberText("gross", before.amount)} to ${numberText("gross", now.amount)}`;
    const since = from === 0 ? "the beginning" : `version ${from}`;
    return {
      ok: true,
      text: answerText({
        finding: `From ${since} to version ${version.number}, ${total.toLocaleString("en-GB")} ${total === 1 ? "record" : "records"} changed, and ${moved} (${now.unknown} incidents of unknown size are in no sum)`,
        version,
        url,
        shortId: null,
        table: {
          columns: ["Change", "Kind", "Id", "Slug", "Loss"],
          rows: shown.map(({ op, kind, id, record }) => [
            op,
            kind,
            id,
            "slug" in record ? record.slug : "none",
            record.kind === "incident"
              ? record.loss_usd === null
                ? null
                : formatUsdExact(record.loss_usd)
              : "none",
          ]),
        },
        notes: [
          ...[...counts].map(([key, count]) => `${key}: ${count}`),
          ...(total > shown.length ? [`${shown.length} of ${total} are here; all of them:`] : []),
          `As data: ${data}`,
        ],
      }),
      data: {
        from,
        to: version.number,
        total,
        counts: Object.fromEntries(counts),
        losses_before: before,
        losses_now: now,
        url,
        changes: shown.map(({ op, kind, id, record }) => ({
          ...{ op, kind, id },
          slug: "slug" in record ? record.slug : null,
        })),
      },
    };
  },
};

/** What all losses come to at a version; nothing before the first. */
async function lossesAt(at: RecordAt, version: RecordAt["version"] | null) {
  if (version === null) return { incidents: 0, unknown: 0, amount: 0 };
  const read = await readOperation({ ...at, version }, "stats", new URLSearchParams());
  if (!read.ok) throw new Error(read.problem);
  return (await statsAt(at.db, version.number, read.asked)).sum;
}
