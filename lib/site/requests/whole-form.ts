/** A form's part begins with lines such as `Content-Disposition: form-data; name="email"`; a name is a token of RFC 9110. */
const HEADER = /^[\w!#$%&'*+.^`|~-]+:/;
/** Bytes that a part's headers may take: more than what reads forms here takes of them. */
const LONGEST_HEADERS = 16_000;

/**
 * Whether a form with files (RFC 7578) is whole: parts with headers that can be read, and its end.
 * @param start the delimiter as it stands before the first part: two hyphens and the boundary
 */
export function isWholeForm(body: Buffer, start: string): boolean {
  const delimiter = Buffer.from(`\r\n${start}`, "latin1");
  let at = Buffer.byteLength(start, "latin1");
  if (body.subarray(0, at).toString("latin1") !== start) return false;
  for (;;) {
    const after = body.subarray(at, at + 2).toString("latin1");
    if (after === "--") return true;
    if (after !== "\r\n") return false;
    const headersEnd = body.indexOf("\r\n\r\n", at);
    if (headersEnd === -1 || headersEnd - at > LONGEST_HEADERS) return false;
    const headers = body
      .subarray(at + 2, headersEnd)
      .toString("latin1")
      .split("\r\n");
    if (!headers.every((line) => HEADER.test(line))) return false;
    // The line that ends the headers may be that before an empty part's delimiter.
    const next = body.indexOf(delimiter, headersEnd + 2);
    if (next === -1) return false;
    at = next + delimiter.length;
  }
}
