/** At most this much is taken in one file, in bytes. */
export const LARGEST_FILE = 20_000_000;

/** Why a file is not taken. @param size in bytes */
export function tooLargeText(size: number): string {
  return `The file is larger than ${LARGEST_FILE / 1_000_000} MB (${(size / 1_000_000).toFixed(1)} MB). Split it.`;
}
