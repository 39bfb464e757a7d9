import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { askRate, fetchRates } from "@/components/desk/form/ask-rate";
import type { ConversionRate } from "@/lib/desk/forms/typed-conversion";
import { readDateControl } from "@/lib/desk/forms/typed-date-control";
import type { DayRate } from "@/lib/desk/rates/exchange-rate";
import { isDay } from "@/lib/values/dates/day";

const NO_DAY = "Enter the day whose rate is meant: the day of the theft is not known to the day.";
const NOTHING: ConversionRate = { currency: "", rate: "", on: "", source: "", url: "" };

/** A day's rate on its way into the form: what is typed of it, and what the server says. */
export interface DayRateState {
  /** As typed; nothing of it is checked. */
  typed: ConversionRate;
  /** The rate that the server found, where it is the one typed. */
  found: DayRate | null;
  /** Why none was found; null where one was, or the answer is awaited. */
  why: string | null;
  /** Whether the server is asked at the moment. */
  asks: boolean;
  /** Whether the server fetches the bank's rates at the moment. */
  waits: boolean;
  /** The rate as it is kept: of its own day where it is the server's. */
  rate: ConversionRate;
  change: (typed: Partial<ConversionRate>) => void;
  fetchNow: () => Promise<void>;
}

/**
 * The rate of the day of the theft, asked of the server as soon as an amount is in another money, and everything of it to be
 * changed. It stays while only the amount changes.
 * @param signs the currencies that the amount's sign may mean, one blank between them; empty where it is in dollars
 * @param input the amount's, in whose form the day of the theft is
 */
export function useDayRate(signs: string, input: RefObject<HTMLInputElement | null>): DayRateState {
  const [typed, setTyped] = useState(NOTHING);
  const [answer, setAnswer] = useState<{ found: DayRate | null; why: string | null }>({
    found: null,
    why: null,
  });
  const [asks, setAsks] = useState(false);
  const [waits, setWaits] = useState(false);
  /** The last question's number: what is answered to one before it is heard no longer. */
  const asked = useRef(0);

  const ask = useCallback(async (currency: string, on: string) => {
    asked.current += 1;
    const own = asked.current;
    setAsks(isDay(on));
    if (!isDay(on)) return setAnswer({ found: null, why: NO_DAY });
    const said = await askRate(currency, on);
    if (own !== asked.current) return;
    setAsks(false);
    if ("why" in said) return setAnswer({ found: null, why: said.why });
    const { rate, source, url } = said.rate;
    setAnswer({ found: said.rate, why: null });
    setTyped((before) => ({ ...before, rate, source, url }));
  }, []);
  useEffect(() => {
    const [currency = ""] = signs.split(" ");
    if (currency === "") return;
    const on = dayOfTheft(input.current);
    setTyped({ ...NOTHING, currency, on });
    void ask(currency, on);
  }, [signs, input, ask]);

  const found = answer.found !== null && answer.found.rate === typed.rate ? answer.found : null;
  const change = (changed: Partial<ConversionRate>) => {
    const after = { ...typed, ...changed };
    const isOfBank = answer.found !== null && typed.source === answer.found.source;
    const isOtherRate = changed.rate !== undefined && changed.rate !== answer.found?.rate;
    // A rate of one's own is not the bank's, and the rate of one currency is none of another.
    if (changed.currency !== undefined) after.rate = "";
    if (isOfBank && (isOtherRate || changed.currency !== undefined))
      Object.assign(after, { source: "", url: "" });
    setTyped(after);
    if (changed.currency !== undefined || changed.on !== undefined)
      void ask(after.currency, after.on);
  };
  const fetchNow = async () => {
    setWaits(true);
    const refused = await fetchRates();
    setWaits(false);
    if (refused === null) await ask(typed.currency, typed.on);
    else setAnswer((before) => ({ ...before, why: refused }));
  };
  const rate = {
    ...typed,
    rate: typed.rate.trim(),
    url: typed.url.trim(),
    on: found === null ? typed.on : found.on,
  };
  return { typed, found, why: answer.why, asks, waits, rate, change, fetchNow };
}

/** The day of the theft as the form has it at the moment; empty where it is not known to the day. */
function dayOfTheft(input: HTMLInputElement | null): string {
  const field = input?.form?.elements.namedItem("occurredOn");
  if (!(field instanceof HTMLInputElement)) return "";
  const read = readDateControl({ is: "date" }, field.value);
  return "value" in read && read.value !== null && isDay(read.value) ? read.value : "";
}
