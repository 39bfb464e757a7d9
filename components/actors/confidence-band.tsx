import { CONFIDENCE_FILLS } from "@/components/actors/confidence-table";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";

/** What is attributed to an actor as one band, the surest part of it first; the words beside it say the same. */
export function ConfidenceBand({ levels }: { levels: readonly ConfidenceTotal[] }) {
  const known = levels.filter(({ lossUsd }) => lossUsd > 0);
  const whole = known.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
  if (whole === 0) return null;
  return (
    <div aria-hidden="true" className="flex h-4 w-full">
      {known.map(({ confidence, lossUsd }) => (
        <span
          key={confidence}
          style={{
            width: `${(lossUsd / whole) * 100}%`,
            background: CONFIDENCE_FILLS[confidence],
            ...(confidence === "confirmed" ? {} : { border: "1px solid var(--bar-whole)" }),
          }}
        />
      ))}
    </div>
  );
}
