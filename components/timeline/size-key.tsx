import { LossDot } from "@/components/timeline/loss-dot";
import { formatUsd } from "@/lib/values/money/usd";

const STEPS = [1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4] as const;
/** Smaller ones are drawn as small as can be seen. */
const LEAST_SHARE = 0.003;

/** How large which loss is drawn. */
export function SizeKey({ largest }: { largest: number | null }) {
  const steps =
    largest === null
      ? []
      : STEPS.filter((usd) => usd <= largest && usd / largest >= LEAST_SHARE).slice(0, 3);
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
      <span>The area of a dot is the loss, but the smallest are alike:</span>
      {steps.map((usd) => (
        <span key={usd} className="flex items-center gap-1.5">
          <LossDot of={{ lossUsd: usd, lossUsdLow: null, lossUsdHigh: null }} largest={largest} />
          {formatUsd(usd)}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <LossDot of={{ lossUsd: null, lossUsdLow: null, lossUsdHigh: null }} largest={largest} />
        unknown
      </span>
    </p>
  );
}
