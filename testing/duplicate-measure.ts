import type { Duplicate } from "@/lib/desk/duplicates/duplicate";
import type { Typed } from "@/lib/desk/forms/typed";
import type { LabelledPair } from "@/testing/duplicate-pairs";

interface MeasuredPairs {
  /** Of the pairs that were taken for one incident, the share that are. */
  precision: number;
  /** Of the pairs that are one incident, the share that was found. */
  recall: number;
  /** Of all retold incidents, the share beside which another one was shown that it is not. */
  falseAlarms: number;
  /** How long each question took, in milliseconds. */
  times: number[];
  /** The figures in one line, for people. */
  text: string;
  /** What was taken wrongly, a line each. */
  wrong: string[];
}

/** Asks for the duplicates of each pair's typed incident, and holds the answers against the labels. */
export async function measurePairs(
  pairs: readonly LabelledPair[],
  find: (typed: Typed) => Promise<Duplicate[]>,
): Promise<MeasuredPairs> {
  const counts = { right: 0, missed: 0, wrong: 0, alarmed: 0 };
  const times: number[] = [];
  const wrong: string[] = [];
  for (const pair of pairs) {
    const started = performance.now();
    const found = await find(pair.typed);
    times.push(performance.now() - started);
    const slugs = found.map(({ of }) => (of.where === "record" ? of.slug : ""));
    const shown = slugs.indexOf(pair.other);
    if (pair.same && shown >= 0) counts.right++;
    if (pair.same && shown < 0) counts.missed++;
    if (!pair.same && shown >= 0) counts.wrong++;
    if (pair.same && slugs.some((slug) => slug !== pair.from)) counts.alarmed++;
    if (pair.same !== shown >= 0) {
      const { name, target, occurredOn, lossUsd } = pair.typed;
      wrong.push(
        `${pair.same ? "missed" : "wrongly"} (${pair.kind}) ${name} | ${target} | ${occurredOn} | ${lossUsd} ~ ${pair.from} / ${pair.other}: ${found[shown]?.score.toFixed(2) ?? ""} ${found[shown]?.reasons.join("; ") ?? ""}`,
      );
    }
  }
  const precision = counts.right / Math.max(1, counts.right + counts.wrong);
  const recall = counts.right / Math.max(1, counts.right + counts.missed);
  const same = counts.right + counts.missed;
  const falseAlarms = counts.alarmed / Math.max(1, same);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const text = `${same} retold incidents and ${pairs.length - same} pairs of different ones: precision ${percent(precision)}, recall ${percent(recall)}; beside ${percent(falseAlarms)} of the retold another incident is shown too; ${median(times).toFixed(1)} ms each (median)`;
  return { precision, recall, falseAlarms, times, text, wrong };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
