import { beforeHead } from "@/lib/site/requests/server-hooks";

/** The header in which an answer says how many bytes it has; readers get it as Content-Length. */
export const LENGTH_HEADER = "x-lossline-length";

/**
 * Has answers say their length. Next drops every Content-Length, though a program needs it to reserve room, to show how
 * far a download is, and to ask for the rest of one. An answer that is packed on its way has another length, and says none.
 */
export function sendLengths(): void {
  beforeHead((response) => {
    const length = response.getHeader(LENGTH_HEADER);
    if (length === undefined) return;
    response.removeHeader(LENGTH_HEADER);
    if (!response.hasHeader("Content-Encoding")) response.setHeader("Content-Length", length);
  });
}
