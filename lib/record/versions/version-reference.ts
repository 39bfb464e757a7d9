/**
 * How a reader refers to a version: the newest, at plain URLs that move on with it, or pinned,
 * under `/v/<version>/`, where every link stays within the version.
 */
export interface VersionReference {
  version: number;
  pinned: boolean;
}

/** The reference as a segment of a rendered page's inner URL: `newest.7` or `pinned.7`. */
export function writeVersionReference({ version, pinned }: VersionReference): string {
  return `${pinned ? "pinned" : "newest"}.${version}`;
}

/** @throws where the segment was not written by writeVersionReference */
export function readVersionReference(segment: string): VersionReference {
  const match = /^(pinned|newest)\.(\d+)$/.exec(segment);
  if (match === null) throw new Error(`not a version reference: ${segment}`);
  return { version: Number(match[2]), pinned: match[1] === "pinned" };
}
