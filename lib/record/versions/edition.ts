/**
 * A version as a reader meets it: the newest, at plain addresses that move on with it, or fixed,
 * under `/v/<version>/`, where every link stays within the version.
 */
export interface Edition {
  version: number;
  fixed: boolean;
}

/** The edition as a segment of a rendered page's inner address: `latest.7` or `fixed.7`. */
export function writeEdition({ version, fixed }: Edition): string {
  return `${fixed ? "fixed" : "latest"}.${version}`;
}

/** @throws where the segment was not written by writeEdition */
export function readEdition(segment: string): Edition {
  const match = /^(fixed|latest)\.(\d+)$/.exec(segment);
  if (match === null) throw new Error(`not an edition: ${segment}`);
  return { version: Number(match[2]), fixed: match[1] === "fixed" };
}
