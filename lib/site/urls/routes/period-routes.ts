import {
  type ImageEnding,
  type ImageOptions,
  isImageEnding,
  pictureParameters,
  readImageOptions,
  writeImageOptions,
} from "@/lib/site/exports/image";
import {
  joinedQueries,
  type PathSegments,
  type ReadingContext,
  readApart,
  route,
} from "@/lib/site/urls/route";
import {
  isUncovered,
  type PeriodView,
  parsePeriod,
  readPeriod,
  writePeriod,
} from "@/lib/statistics/periods/period";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import { dateText } from "@/lib/values/dates/day";

interface PeriodFileView {
  view: PeriodView;
  format: ImageEnding;
  picture: ImageOptions;
}

export const periodRoutes = {
  periods: route<null>({
    folder: "periods",
    pattern: /^\/periods$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/periods",
  }),
  period: route<PeriodView>({
    folder: "period",
    pattern: /^\/periods\/(?<key>[^/.]*)$/,
    answer: "page",
    read: ({ key = "" }, query, { asOf, now, covered }) =>
      readPeriod(key, query, asOf, now, covered),
    readInner: readUncovered,
    write: (view) => ({ segments: { key: view.period.key }, query: writePeriod(view) }),
    path: ({ key }) => `/periods/${key}`,
  }),
  periodFile: route<PeriodFileView>({
    folder: "period-file",
    pattern: /^\/periods\/(?<key>[^/.]*)\.(?<format>svg|png|pdf)$/,
    answer: "file",
    read({ key = "", format }, query, { asOf, now, covered }) {
      if (!isImageEnding(format)) return null;
      const read = readApart(
        query,
        pictureParameters(format),
        (own) => readImageOptions(format, own),
        (others) => readCovered(key, others, { asOf, now, covered }),
      );
      if (!read.ok) return read;
      const [view, picture] = read.value;
      return { ok: true, value: { view, format, picture } };
    },
    write: ({ view, format, picture }) => ({
      segments: { key: view.period.key, format },
      query: joinedQueries(writePeriod(view), writeImageOptions(format, picture)),
    }),
    path: ({ key, format }) => `/periods/${key}.${format}`,
  }),
};

/** A period of which something is covered: of any other there is nothing to draw. */
export function readCovered(
  key: string,
  query: URLSearchParams,
  { asOf, now, covered }: Pick<ReadingContext, "asOf" | "now" | "covered">,
): Read<PeriodView> {
  const read = readPeriod(key, query, asOf, now, covered);
  if (!read.ok || !isUncovered(read.value)) return read;
  const allowed = `a period that has begun by ${dateText(read.value.through)}: later days are not covered yet`;
  return { ok: false, problems: [{ parameter: "period", given: key, allowed }] };
}

/** A period of which nothing is covered, as a rendered path holds it: through a day before its first. */
function readUncovered(
  query: URLSearchParams,
  { key = "" }: PathSegments,
): Read<PeriodView> | null {
  const period = parsePeriod(key);
  const read = readParameters(query, ["through"]);
  if (period === null || !read.ok || read.value.through === undefined) return null;
  const view = { period, through: read.value.through };
  return isUncovered(view) ? { ok: true, value: view } : null;
}
