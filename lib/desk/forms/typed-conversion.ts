import { amountLabel, type PartValues } from "@/lib/desk/forms/amount-label";
import { dollars, grouped, writeNumber } from "@/lib/desk/forms/number-text";
import type {
  AmountPart,
  ConvertedAmount,
  ForeignAmount,
  TypedChoice,
} from "@/lib/desk/forms/typed-choice";
import {
  type Conversion,
  convertedUsd,
  readConversion,
  writeConversion,
} from "@/lib/values/money/conversion";

/** A rate and whose it is: what a conversion needs beside its amount. */
export type ConversionRate = Omit<Conversion, "amount">;

/**
 * What an amount in another money can be taken as once its rate is complete; nothing before. A range is its two ends and no sum, and a bound is
 * the end that it says: one rate converts all of them, and each is proved by itself.
 * @param part which end of the loss the field is; null of a sum without ends, which takes one of them
 */
export function convertedChoices(
  foreign: ForeignAmount,
  rate: ConversionRate,
  part: AmountPart | null,
): TypedChoice[] {
  // Which of two readings is meant is the editor's to say.
  if (foreign.or !== null)
    return readingsOf(foreign).flatMap((best) =>
      convertedChoices({ ...foreign, best, or: null }, rate, part),
    );
  const said = (["best", "low", "high"] as const).flatMap((end) => {
    const one = foreign[end] === null ? null : convertedOne(foreign[end], rate);
    return one === null ? [] : [{ end, ...one }];
  });
  const at = `converted at ${rate.rate}`;
  const [first] = said;
  if (first === undefined) return [];
  const here = (one: (typeof said)[number], label: string): TypedChoice => ({
    label,
    fills: { here: one.amountUsd },
    converted: [kept(one)],
  });
  if (said.length === 1 && (first.end === "best" || first.end === part || part === null))
    return [here(first, `${dollars(first.usd)}, ${at}`)];
  if (part === null) {
    // One number is meant here: the sum where there is one, else either end.
    const single = first.end === "best" ? [first] : said;
    return single.map((one) => here(one, `${dollars(one.usd)}, ${at}`));
  }
  const values: PartValues = { best: null, low: null, high: null };
  for (const { end, usd } of said) values[end] = usd;
  const whole: TypedChoice = {
    label: `${amountLabel(values)}, ${at}`,
    fills: {
      // What is no sum leaves the field of the best estimate.
      ...(values[part] === null ? { here: "" } : {}),
      ...Object.fromEntries(said.map(({ end, amountUsd }) => [end, amountUsd])),
    },
    converted: said.map(kept),
  };
  // A bound may be meant as about that much.
  return said.length === 1
    ? [
        whole,
        here(
          first,
          `${amountLabel({ best: null, low: null, high: null, [part]: first.usd })}, ${at}`,
        ),
      ]
    : [whole];
}

/** Null where the rate is not complete, or the amount has more digits than a proof holds. */
function convertedOne(
  amount: string,
  rate: ConversionRate,
): (ConvertedAmount & { usd: number }) | null {
  const converted = writeConversion({ ...rate, amount });
  const read = readConversion(converted);
  if (read === null) return null;
  const usd = convertedUsd(read);
  return { usd, amountUsd: writeNumber(usd), converted };
}

function kept({ amountUsd, converted }: ConvertedAmount): ConvertedAmount {
  return { amountUsd, converted };
}

/** Both readings of a sum, the larger first: hardly anybody writes three decimals. */
function readingsOf({ best, or }: ForeignAmount): string[] {
  return [best, or]
    .filter((each) => each !== null)
    .toSorted((one, other) => Number(other) - Number(one));
}

/** `1,200,000 to 1,500,000`, `up to 5,000,000`, `1,200,000 (1,000,000 to 1,400,000)`. */
export function foreignText(foreign: ForeignAmount): string {
  const { best, low, high, or } = foreign;
  if (or !== null) return readingsOf(foreign).map(grouped).join(" or ");
  const range =
    low !== null && high !== null
      ? `${grouped(low)} to ${grouped(high)}`
      : low !== null
        ? `at least ${grouped(low)}`
        : high !== null
          ? `up to ${grouped(high)}`
          : null;
  if (best === null) return range ?? "";
  return range === null ? grouped(best) : `${grouped(best)} (${range})`;
}
