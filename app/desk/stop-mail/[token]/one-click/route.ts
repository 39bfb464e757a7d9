import { readForm } from "@/app/desk/stop-mail/[token]/one-click/read-form";
import { database } from "@/lib/db/client";
import { isOneClick, personOfStop } from "@/lib/desk/mail/mail-choice";
import { stopMail } from "@/lib/desk/mail/mail-commands";
import { log } from "@/lib/log/log";

/**
 * What a mail program sends for its reader who ends the messages there, as RFC 8058 has it: without a session, and without
 * a page to look at. The token says whose messages they are, and nobody else can make it.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/stop-mail/[token]/one-click">,
): Promise<Response> {
  const { token } = await params;
  if (personOfStop(token) === null) return said(404, "This link is not whole, or not ours.");
  const form = await readForm(request);
  if (form === null || !isOneClick(form))
    return said(400, "Send List-Unsubscribe=One-Click as a form, as RFC 8058 has it.");
  try {
    // Whoever sends it again is told the same: a mail program may.
    await stopMail(database(), null, token);
  } catch (error) {
    log().error(error, "Messages could not be ended by one click");
    return said(503, "The messages could not be ended at the moment. Send it again in a minute.");
  }
  return said(200, "No more messages are sent.");
}

/** Whoever opens it as a page is asked first: nothing ends by looking, as programs follow links too. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/desk/stop-mail/[token]/one-click">,
): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { Location: `/desk/stop-mail/${encodeURIComponent(token)}` },
  });
}

function said(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
