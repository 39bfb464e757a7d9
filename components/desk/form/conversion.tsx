"use client";

import { useEffect, useId, useState } from "react";
import { askRate, fetchRates } from "@/components/desk/form/ask-rate";
import { Button } from "@/components/desk/ui/button";
import { dollars, grouped, writeNumber } from "@/lib/desk/forms/number-text";
import type { ForeignSum, TypedChoice } from "@/lib/desk/forms/typed-choice";
import type { DayRate } from "@/lib/desk/rates/exchange-rate";
import { dateText, isDay } from "@/lib/values/dates/day";
import { convertedUsd, readConversion, writeConversion } from "@/lib/values/money/conversion";

interface ConversionProps {
  /** The amount's field. */
  label: string;
  foreign: ForeignSum;
  /** The day of the theft; empty where it is not known to the day. */
  day: string;
  /** What it comes to, once rate, day and source are there; null before. */
  ready: (choice: TypedChoice | null) => void;
}

/** An amount in another money on its way to US dollars: the rate of the day, whose it is, and all of it to be changed. */
export function Conversion({ label, foreign, day, ready }: ConversionProps) {
  const id = useId();
  const [currency, setCurrency] = useState(foreign.currencies[0] ?? "");
  const [on, setOn] = useState(day);
  const [rate, setRate] = useState("");
  const [source, setSource] = useState("");
  const [url, setUrl] = useState("");
  /** What the server said last. */
  const [found, setFound] = useState<DayRate | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [waits, setWaits] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew once rates were fetched
  useEffect(() => {
    if (!isDay(on)) {
      setFound(null);
      setWhy("Enter the day whose rate is meant: the day of the theft is not known to the day.");
      return;
    }
    let isCurrent = true;
    void askRate(currency, on).then((answer) => {
      if (!isCurrent) return;
      setFound("rate" in answer ? answer.rate : null);
      setWhy("rate" in answer ? null : answer.why);
      if (!("rate" in answer)) return;
      setRate(answer.rate.rate);
      setSource(answer.rate.source);
      setUrl(answer.rate.url);
    });
    return () => {
      isCurrent = false;
    };
  }, [currency, on, asked]);

  const isFound = found !== null && found.rate === rate;
  const written = writeConversion({
    currency,
    amount: foreign.amount,
    rate: rate.trim(),
    on: isFound ? found.on : on,
    source,
    url: url.trim(),
  });
  const read = readConversion(written);
  const usd = read === null ? null : convertedUsd(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever what it comes to is another
  useEffect(() => {
    ready(
      read === null || usd === null
        ? null
        : {
            label: `${dollars(usd)}, converted at ${read.rate}`,
            fills: { here: writeNumber(usd) },
            converted: written,
          },
    );
  }, [written, usd]);

  const changeRate = (text: string) => {
    setRate(text);
    // A rate of one's own is not the bank's.
    if (found !== null && source === found.source && text !== found.rate) {
      setSource("");
      setUrl("");
    }
  };
  const fetchNow = async () => {
    setWaits(true);
    const refused = await fetchRates();
    setWaits(false);
    if (refused !== null) setWhy(refused);
    else setAsked((times) => times + 1);
  };
  return (
    <fieldset className="mt-1 border-rule border-l-2 pl-3">
      <legend className="text-sm">
        {label}: {grouped(foreign.amount)} {currency} in US dollars
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {foreign.currencies.length > 1 && (
          <label className="text-sm" htmlFor={`${id}-currency`}>
            Currency
            <select
              id={`${id}-currency`}
              className="field block w-full"
              value={currency}
              onChange={(event) => setCurrency(event.target.value)}
            >
              {foreign.currencies.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        )}
        <Line id={`${id}-on`} label="Rate of the day" value={on} change={setOn} type="date" />
        <Line
          id={`${id}-rate`}
          label={`US dollars for one ${currency}`}
          value={rate}
          change={changeRate}
        />
        <Line id={`${id}-source`} label="Whose rate" value={source} change={setSource} />
        <Line id={`${id}-url`} label="Where it can be read" value={url} change={setUrl} />
      </div>
      <p className="mt-1 text-muted text-sm" role="status">
        {isFound ? foundText(found, on) : (why ?? "A rate of your own: say whose it is.")}
        {usd === null && !isFound && why === null && " A web address shows where it can be read."}
      </p>
      {found === null && why !== null && isDay(on) && (
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
