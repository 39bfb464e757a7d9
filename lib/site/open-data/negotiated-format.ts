import { API_FORMATS, type ApiFormat } from "@/lib/site/open-data/operations";

const bare = (format: ApiFormat) => API_FORMATS[format].replace(/;.*/, "");

/**
 * The form that a reader would rather have (RFC 9110, 12.5.1), of several that it takes as gladly the first; null where it takes
 * none of them.
 * @param accept the header; null where there is none, which takes anything
 */
export function negotiatedFormat(
  formats: readonly ApiFormat[],
  accept: string | null,
): ApiFormat | null {
  if (accept === null || accept.trim() === "") return formats[0] ?? null;
  const ranges = accept.split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const weight = parameters.find((part) => part.startsWith("q="))?.slice(2);
    return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const weightOf = (format: ApiFormat) => {
    const type = bare(format);
    // The narrowest range that fits says how gladly.
    const fitting = [type, `${type.split("/")[0]}/*`, "*/*"].map((each) =>
      ranges.find((range) => range.type === each),
    );
    return fitting.find((range) => range !== undefined)?.weight ?? 0;
  };
  const weights = formats.map((format) => ({ format, weight: weightOf(format) }));
  const best = Math.max(...weights.map(({ weight }) => weight));
  return best > 0 ? (weights.find(({ weight }) => weight === best)?.format ?? null) : null;
}

/** The types of forms, for those who are told of them. */
export function typesOf(formats: readonly ApiFormat[]): string[] {
  return formats.map(bare);
}
