import { z } from "zod";

/** What is left out begins with it: no value of the record does, no URL writes it otherwise, and searches know it. */
const WITHOUT = "-";
const BETWEEN = ",";

/** Values that one filter may name at most. */
export const MOST_PICKED = 50;

/** Several values of a filter, or such as are left out, as a URL has them: `a,b`, `-a,-b`, `a,-b`. */
export type SeveralText = `${string},${string}` | `-${string}`;
/** What a filter asks for that may name several values: one of them, all written as today, or several. */
export type Picked<Value extends string = string> = Value | SeveralText;

/** The values of which an incident must have one, and those of which it may have none. */
export interface PickedValues<Value extends string = string> {
  among: Value[];
  without: Value[];
}

/** The values that a filter names; none where it is not given. */
export function pickedValues<Value extends string>(
  picked: Picked<Value> | undefined,
  between: string = BETWEEN,
): PickedValues<Value> {
  const all = picked === undefined ? [] : picked.split(between);
  return {
    among: all.filter((each) => !each.startsWith(WITHOUT)) as Value[],
    without: all
      .filter((each) => each.startsWith(WITHOUT))
      .map((each) => each.slice(WITHOUT.length)) as Value[],
  };
}

/** The one value that a filter names and nothing else; null where it names several, leaves some out, or is not given. */
export function onlyValue<Value extends string>(picked: Picked<Value> | undefined): Value | null {
  const { among, without } = pickedValues(picked);
  const [only] = among;
  return only === undefined || among.length > 1 || without.length > 0 ? null : only;
}

/** Whether a filter names one value and nothing else. */
export function isOne<Value extends string>(picked: Picked<Value>): picked is Value {
  return onlyValue(picked) !== null;
}

/** The one value of a filter where no more than one is let through. @throws where there are more all the same */
export function oneValue<Value extends string>(
  picked: Picked<Value> | undefined,
): Value | undefined {
  if (picked === undefined || isOne(picked)) return picked;
  throw new Error(`a filter that may have one value only has ${picked}`);
}

/** Values as a filter has them: in one order, those to have before those to leave out; undefined for none. */
export function writePicked<Value extends string>(
  { among, without }: PickedValues<Value>,
  between: string = BETWEEN,
): Picked<Value> | undefined {
  const written = [
    ...[...new Set(among)].sort(),
    ...[...new Set(without)].sort().map((value) => `${WITHOUT}${value}`),
  ];
  return written.length === 0 ? undefined : (written.join(between) as Picked<Value>);
}

/** A filter with each of its values made another by a lookup, such as slugs that have changed. */
export async function pickedAgain(
  picked: Picked,
  again: (value: string) => Promise<string>,
): Promise<Picked> {
  const { among, without } = pickedValues(picked);
  const made = {
    among: await Promise.all(among.map(again)),
    without: await Promise.all(without.map(again)),
  };
  return writePicked(made) ?? picked;
}

/** What is wrong with a parameter beyond its schema: which part of it, and what is allowed. */
export interface Narrower {
  given: string;
  allowed: string;
}

interface PickedOptions {
  /** Whether an incident has one value only, so that leaving out beside values to have would say nothing. */
  isSingle?: boolean;
  between?: string;
}

/**
 * The schema of a filter that may name several values. Each is read by the filter's own schema; what is wrong with one of
 * them, or between them, is said of that one.
 */
export function pickedSchema<Value extends string>(
  value: z.ZodType<Value>,
  allowed: string,
  { isSingle = false, between = BETWEEN }: PickedOptions = {},
) {
  return z.string().transform((text, context): Picked<Value> => {
    const refuse = (narrower: Narrower) => {
      context.addIssue({ code: "custom", params: { narrower } });
      return z.NEVER;
    };
    const given = text.split(between).map((each) => each.trim());
    if (new Set(given).size > MOST_PICKED)
      return refuse({
        given: `${new Set(given).size.toLocaleString("en-GB")} values`,
        allowed: `at most ${MOST_PICKED} values, each ${allowed}`,
      });
    const picked: PickedValues<Value> = { among: [], without: [] };
    for (const each of given) {
      const isLeftOut = each.startsWith(WITHOUT);
      const read = value.safeParse(isLeftOut ? each.slice(WITHOUT.length) : each);
      if (!read.success)
        return given.length === 1 && !isLeftOut
          ? refuse({ given: each, allowed })
          : refuse({ given: each === "" ? text : each, allowed: `for each value ${allowed}` });
      (isLeftOut ? picked.without : picked.among).push(read.data);
    }
    const both = picked.among.find((each) => picked.without.includes(each));
    if (both !== undefined)
      return refuse({
        given: `${both} and ${WITHOUT}${both}`,
        allowed: "each value either to have or, with a minus before it, to leave out: not both",
      });
    if (isSingle && picked.among.length > 0 && picked.without.length > 0)
      return refuse({
        given: text,
        allowed:
          "either values to have or, each with a minus before it, values to leave out: an incident has one of them only",
      });
    return writePicked(picked, between) ?? z.NEVER;
  });
}

/** What was said of an issue that is narrower than all that a parameter may be; null where nothing was. */
export function narrowerOf(error: z.ZodError): Narrower | null {
  const [issue] = error.issues;
  const said = issue?.code === "custom" ? issue.params?.narrower : undefined;
  return said === undefined ? null : (said as Narrower);
}
