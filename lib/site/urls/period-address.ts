import { PICTURE_PARAMETERS, readPicture, writePicture } from "@/lib/site/exports/picture";
import { ruleSegment } from "@/lib/site/urls/chart-address";
import { readPeriod, writePeriod } from "@/lib/statistics/periods/period";
import type { Read } from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";

/** What the address of a period leads to. */
interface PeriodAddress {
  /** Where it is rendered, below its edition. */
  inner: string;
  isFile: boolean;
}

/**
 * Reads the address of a period's page or picture; null where it is about none.
 * @param asOf the day that counts as today for a period that has not ended
 * @param now the current day
 */
export function readPeriodAddress(
  path: string,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
): Read<PeriodAddress> | null {
  const [, key, ending] = /^\/periods\/([^/.]*)(?:\.(svg|png))?$/.exec(path) ?? [];
  if (key === undefined) return null;
  if (ending !== "svg" && ending !== "png") {
    const read = readPeriod(key, query, asOf, now);
    if (!read.ok) return read;
    const inner = `period/${read.value.period.key}/${ruleSegment(writePeriod(read.value))}`;
    return { ok: true, value: { inner, isFile: false } };
  }
  const isOfPicture = ([name]: [string, string]) =>
    (PICTURE_PARAMETERS as readonly string[]).includes(name);
  const entries = [...query];
  const read = readPeriod(
    key,
    new URLSearchParams(entries.filter((entry) => !isOfPicture(entry))),
    asOf,
    now,
  );
  const picture = readPicture(ending, new URLSearchParams(entries.filter(isOfPicture)));
  if (!read.ok || !picture.ok) {
    const problems = [...(read.ok ? [] : read.problems), ...(picture.ok ? [] : picture.problems)];
    return { ok: false, problems };
  }
  const rule = ruleSegment(writePeriod(read.value));
  const drawing = ruleSegment(writePicture(ending, picture.value));
  return {
    ok: true,
    value: {
      inner: `period-file/${read.value.period.key}/${rule}/${ending}/${drawing}`,
      isFile: true,
    },
  };
}
