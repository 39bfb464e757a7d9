import { useId } from "react";
import type { DayRateState } from "@/components/desk/form/use-day-rate";
import { Button } from "@/components/desk/ui/button";
import type { ForeignAmount } from "@/lib/desk/forms/typed-choice";
import { foreignText } from "@/lib/desk/forms/typed-conversion";
import type { DayRate } from "@/lib/desk/rates/exchange-rate";
import { dateText, isDay } from "@/lib/values/dates/day";

interface ConversionProps {
  /** The amount's field. */
  label: string;
  foreign: ForeignAmount;
  state: DayRateState;
  /** Whether there is something to be taken by the rate as it stands. */
  isComplete: boolean;
}

/** An amount in another money on its way to US dollars: the rate of the day, whose it is, and all of it to be changed. */
export function Conversion({ label, foreign, state, isComplete }: ConversionProps) {
  const id = useId();
  const { typed, found, why, asks, waits, change, fetchNow } = state;
  return (
    <fieldset className="@container mt-1 border-rule border-l-2 pl-3">
      <legend className="text-sm">
        {label}: {foreignText(foreign)} {typed.currency} in US dollars
      </legend>
      <div className="grid gap-2 @xs:grid-cols-2">
        {foreign.currencies.length > 1 && (
          <label className="text-sm" htmlFor={`${id}-currency`}>
            Currency
            <select
              id={`${id}-currency`}
              className="field block w-full"
              value={typed.currency}
              onChange={(event) => change({ currency: event.target.value })}
            >
              {foreign.currencies.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        )}
        <Line
          id={`${id}-on`}
          label="Rate of the day"
          value={typed.on}
          change={(on) => change({ on })}
          type="date"
        />
        <Line
          id={`${id}-rate`}
          label={`US dollars for one ${typed.currency}`}
          value={typed.rate}
          change={(rate) => change({ rate })}
        />
        <Line
          id={`${id}-source`}
          label="Whose rate"
          value={typed.source}
          change={(source) => change({ source })}
        />
        <Line
          id={`${id}-url`}
          label="Where it can be read"
          value={typed.url}
          change={(url) => change({ url })}
        />
      </div>
      <p className="mt-1 text-muted text-sm" role="status">
        {asks ? "Asking for the rate of that day …" : rateText(state, isComplete)}
      </p>
      {found === null && why !== null && isDay(typed.on) && (
        <Button
          type="button"
          kind="quiet"
          aria-disabled={waits || undefined}
          onClick={() => void fetchNow()}
        >
          {waits ? "Fetching …" : "Fetch the European Central Bank’s rates"}
        </Button>
      )}
    </fieldset>
  );
}

function rateText({ typed, found, why }: DayRateState, isComplete: boolean): string {
  if (found !== null) return foundText(found, typed.on);
  if (why !== null) return why;
  return isComplete
    ? "A rate of your own: say whose it is."
    : "A rate of your own: say whose it is. A web address shows where it can be read.";
}

function foundText(rate: DayRate, asked: string): string {
  const from = rate.from === null ? "" : ` (${rate.from})`;
  return rate.on === asked
    ? `The reference rate of ${dateText(rate.on)}${from}.`
    : `None was published for ${dateText(asked)}: this is the last one before it, of ${dateText(rate.on)}${from}.`;
}

interface LineProps {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  type?: "date";
}

/** A field that is no part of the record: without a name, it is not sent with it. */
function Line({ id, label, value, change, type }: LineProps) {
  return (
    <label className="text-sm" htmlFor={id}>
      {label}
      <input
        id={id}
        type={type ?? "text"}
        className="field block w-full"
        autoComplete="off"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
