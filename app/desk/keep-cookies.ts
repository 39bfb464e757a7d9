import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";

/** Gives the browser what a sign-in set, from within a server action or a route. @param lines of Set-Cookie */
export async function keepCookies(lines: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const line of lines) {
    for (const [name, parsed] of parseSetCookieHeader(line)) {
      jar.set(name, parsed.value, toCookieOptions(parsed));
    }
  }
}
