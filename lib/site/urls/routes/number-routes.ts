import { requiredByFilters, route } from "@/lib/site/urls/route";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { readNumber, writeNumber } from "@/lib/statistics/numbers/number-view";

/** The formats in which a number leaves. */
export const NUMBER_FORMATS = ["csv", "json"] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** A number as data. */
export interface NumberFileView {
  rule: NumberRule;
  format: NumberFormat;
}

/** One number of the record: a page about it, and the same as data. */
export const numberRoutes = {
  number: route<NumberRule>({
    folder: "number",
    pattern: /^\/number$/,
    answer: "page",
    read: (_, query, { asOf, now }) => readNumber(query, asOf, now),
    write: (rule) => ({ query: writeNumber(rule) }),
    path: () => "/number",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
  numberFile: route<NumberFileView>({
    folder: "number-file",
    pattern: /^\/number\.(?<format>json|csv)$/,
    answer: "file",
    read({ format: given }, query, { asOf, now }) {
      const format = NUMBER_FORMATS.find((one) => one === given);
      if (format === undefined) return null;
      const read = readNumber(query, asOf, now);
      return read.ok ? { ok: true, value: { rule: read.value, format } } : read;
    },
    write: ({ rule, format }) => ({ segments: { format }, query: writeNumber(rule) }),
    path: ({ format }) => `/number.${format}`,
    requires: ({ rule }) => requiredByFilters(rule.filters),
  }),
};
