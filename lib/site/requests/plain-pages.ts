import type { IncomingMessage } from "node:http";
import { onRequest } from "@/lib/site/requests/server-hooks";

/** By what Next's own client asks for a page as data. */
const AS_DATA = /^(?:rsc|next-router-.*|next-url)$/;

/**
 * Has pages of the record answered as pages, whoever asks. Next redirects whoever asks for one as data, and a cache that
 * is shared would keep that for as long as the page; links of the record are plain, and nobody needs it.
 */
export function answerPagesPlainly(): void {
  onRequest((request, _, next) => {
    askPlainly(request);
    return next();
  });
}

function askPlainly({ url = "", headers }: IncomingMessage): void {
  if (/^\/(?:desk|suggest)(?:[/?]|$)/.test(url)) return;
  for (const name of Object.keys(headers)) if (AS_DATA.test(name)) delete headers[name];
}
