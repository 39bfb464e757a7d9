/**
 * Whether a text can be read as a URL. In place of `URL.canParse`, which in Node 20 says no to URLs with letters such as
 * “ü” once it has been asked some thousand times.
 */
export function isUrl(text: string, base?: string): boolean {
  try {
    new URL(text, base);
    return true;
  } catch {
    return false;
  }
}
