import { API_ROOT, OPERATIONS, operationAt } from "@/lib/site/open-data/operations";

// Versions as mementos (RFC 7089): what a URL showed at an instant. The plain URL is the original, those of versions its
// mementos; `/timegate/` before a path leads from an instant to one, `/timemap/` lists them.

/** A version, and when it was published. */
export interface PublishedAt {
  version: number;
  publishedAt: Date;
}

/** The path below a time gate or map that is asked for; null where it is neither. */
export function readMementoPath(
  pathname: string,
): { asks: "timegate" | "timemap"; path: string } | null {
  const [, asks, path = ""] = /^\/(timegate|timemap)(\/.*)?$/.exec(pathname) ?? [];
  if (asks !== "timegate" && asks !== "timemap") return null;
  // Clients write the whole URL behind it.
  const below = path.replace(/^\/https?:\/\/?[^/]+/, "");
  return { asks, path: below === "" ? "/" : below };
}

/** The instant that `Accept-Datetime` names, as RFC 1123 has it; null where it names none. */
export function readInstant(text: string): Date | null {
  const isWritten = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
    text.trim(),
  );
  const instant = isWritten ? new Date(text) : null;
  return instant === null || Number.isNaN(instant.getTime()) ? null : instant;
}

/** The URL of a version of what is at a plain one. @param path with its query */
export function mementoPath(path: string, version: number): string {
  if (!path.startsWith(`${API_ROOT}/`))
    return `/v/${version}${path === "/" ? "" : path.replace(/^\/(?=\?)/, "")}`;
  const { pathname, searchParams } = new URL(path, "https://lossline.invalid");
  const found = operationAt(pathname.slice(API_ROOT.length).replace(/\.[a-z]+$/, ""));
  const isSpan = found !== null && OPERATIONS[found.operation].takes.includes("span" as never);
  searchParams.set(isSpan ? "to" : "version", String(version));
  return `${pathname}?${searchParams}`;
}

/** The version that was the newest at an instant; the first where there was none yet. */
export function versionAt<Each extends PublishedAt>(
  versions: readonly Each[],
  instant: Date | null,
): Each | undefined {
  if (instant === null) return versions.at(-1);
  return versions.findLast(({ publishedAt }) => publishedAt <= instant) ?? versions[0];
}

/** What stands around a memento (RFC 7089 and RFC 5829), as a value of `Link`; nothing that a later version could change. */
export function mementoLinks(origin: string, path: string, version: number): string {
  const links = [
    link(origin, path, "original latest-version"),
    link(origin, at("timegate", path), "timegate"),
    link(origin, at("timemap", path), "timemap", LINK_FORMAT),
  ];
  if (version > 1) links.push(link(origin, mementoPath(path, version - 1), "predecessor-version"));
  return links.join(", ");
}

/** What a time gate says of what it leads to, as a value of `Link`. */
export function gateLinks(origin: string, path: string): string {
  return [
    link(origin, path, "original"),
    link(origin, at("timemap", path), "timemap", LINK_FORMAT),
  ].join(", ");
}

export const LINK_FORMAT = "application/link-format";

/** All versions of what is at a path. */
export function timeMap(origin: string, path: string, versions: readonly PublishedAt[]): string {
  const [first, last] = [versions[0], versions.at(-1)];
  const range =
    first === undefined || last === undefined
      ? ""
      : `; from="${first.publishedAt.toUTCString()}"; until="${last.publishedAt.toUTCString()}"`;
  const lines = [
    link(origin, path, "original"),
    link(origin, at("timegate", path), "timegate"),
    `${link(origin, at("timemap", path), "self", LINK_FORMAT)}${range}`,
    ...versions.map((each) => {
      const place = [...(each === first ? ["first"] : []), ...(each === last ? ["last"] : [])];
      const rel = [...place, "memento"].join(" ");
      return `${link(origin, mementoPath(path, each.version), rel)}; datetime="${each.publishedAt.toUTCString()}"`;
    }),
  ];
  return `${lines.join(",\n")}\n`;
}

/** A path behind the name of a time gate or map. */
function at(name: "timegate" | "timemap", path: string): string {
  return `/${name}${path.replace(/^\/(?=\?|$)/, "")}`;
}

function link(origin: string, path: string, rel: string, type?: string): string {
  // Next has checked that it is a URL; what would end it here is written in codes.
  const href = `${origin}${path}`.replace(/[<>"\s]/g, (sign) => encodeURIComponent(sign));
  return `<${href}>; rel="${rel}"${type === undefined ? "" : `; type="${type}"`}`;
}
