import { type NextRequest, NextResponse } from "next/server";
import { currentSession } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { database } from "@/lib/db/client";
import { signOut } from "@/lib/people/session-commands";

/** Signs out. A plain form posts here, from every page of the desk. */
export async function POST(request: NextRequest): Promise<Response> {
  const { origin } = await visitor();
  // Another site's form carries no cookie (SameSite), and could not say that it is from here.
  if (hostOf(request.headers.get("origin")) !== new URL(origin).host) {
    return new NextResponse("Sign out from a page of the desk itself.\n", { status: 403 });
  }
  const current = await currentSession();
  if (current !== null) await signOut(database(), current.person, current.session.id);
  const response = new NextResponse(null, { status: 303, headers: { Location: "/desk/sign-in" } });
  for (const { name } of request.cookies.getAll()) {
    if (/^(__Secure-)?lossline\./.test(name)) {
      response.cookies.set(name, "", { path: "/", maxAge: 0, secure: origin.startsWith("https:") });
    }
  }
  return response;
}

function hostOf(origin: string | null): string | null {
  return origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
}
