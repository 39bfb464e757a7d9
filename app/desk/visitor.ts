import { headers } from "next/headers";
import { clientIp, type Visitor } from "@/lib/desk/people/visitor";
import { PEER_HEADER } from "@/lib/site/requests/peer-ip";
import { publicBase } from "@/lib/site/urls/public-url";

/** Whoever sent the present request. */
export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  return {
    cookie: sent.get("cookie") ?? "",
    userAgent: (sent.get("user-agent") ?? "").slice(0, 500),
    address: clientIp(sent.get(PEER_HEADER), sent.get("x-forwarded-for")),
    origin: publicBase() ?? `http://${hostOf(sent.get("host"))}`,
  };
}

/** The host that was asked for; better-auth needs an address that can be parsed. */
function hostOf(given: string | null): string {
  return given !== null && URL.canParse(`http://${given}`) ? given : "localhost";
}
