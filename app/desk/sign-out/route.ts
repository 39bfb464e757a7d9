import { type NextRequest, NextResponse } from "next/server";
import { currentSession } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { database } from "@/lib/db/client";
import { isKnownDeviceCookie } from "@/lib/desk/people/known-device";
import { signOut } from "@/lib/desk/people/session-commands";
import { isFromHere } from "@/lib/site/requests/own-origin";
import { publicBase } from "@/lib/site/urls/public-url";

/** Signs out. A plain form posts here, from every page of the desk. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request.headers, publicBase())) {
    return new NextResponse("Sign out from a page of the desk itself.\n", { status: 403 });
  }
  const current = await currentSession();
  if (current !== null) await signOut(database(), current.person, current.session.id);
  const { origin } = await visitor();
  const response = new NextResponse(null, { status: 303, headers: { Location: "/desk/sign-in" } });
  for (const { name } of request.cookies.getAll()) {
    if (/^(__Secure-)?lossline\./.test(name) && !isKnownDeviceCookie(name)) {
      response.cookies.set(name, "", { path: "/", maxAge: 0, secure: origin.startsWith("https:") });
    }
  }
  return response;
}
