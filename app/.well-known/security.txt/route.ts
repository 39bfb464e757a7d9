import { environment } from "@/lib/environment/current-environment";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { noPage } from "@/lib/site/requests/request-problem";
import { securityText } from "@/lib/site/requests/security-text";
import { askedOrigin } from "@/lib/site/urls/asked-origin";

/** To whom a weakness is reported (RFC 9116). Where the operator has said nobody, there is no such file. */
export function GET(request: Request): Response {
  const contact = environment().LOSSLINE_SECURITY_CONTACT;
  if (contact === undefined) return sendProblem(noPage("/.well-known/security.txt", null));
  return new Response(securityText(contact, askedOrigin(request.headers), new Date()), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
