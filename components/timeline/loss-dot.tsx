import { isBounded, type LossKnown } from "@/lib/values/money/loss-text";

/** The narrowest dot that is still seen, in pixels; `--dot` is the widest, which differs with the screen. */
const NARROWEST = 5;

/**
 * A loss as a dot, its area to that of the largest as the losses are, but for what could not be seen: a ring where it is
 * known by a bound alone, broken and with a question mark where its size is unknown.
 */
export function LossDot({ of, largest }: { of: LossKnown; largest: number | null }) {
  const usd = of.lossUsd ?? of.lossUsdHigh ?? of.lossUsdLow;
  if (usd === null || largest === null)
    return (
      <span
        aria-hidden="true"
        className="mx-auto flex size-5 shrink-0 items-center justify-center rounded-full border border-muted border-dashed text-muted text-xs leading-none"
      >
        ?
      </span>
    );
  const share = largest === 0 ? 0 : Math.sqrt(usd / largest);
  const width = `max(${NARROWEST}px, calc(var(--dot) * ${share.toFixed(4)}))`;
  return (
    <span
      aria-hidden="true"
      className={`mx-auto block shrink-0 rounded-full ${isBounded(of) ? "border-2 border-accent" : "bg-accent"}`}
      style={{ width, height: width }}
    />
  );
}
