import { randomBytes } from "node:crypto";
import type { Database } from "@/lib/db/client";
import type { Person, Role } from "@/lib/desk/access/access";
import { acceptInvitation } from "@/lib/desk/people/join-commands";
import { makeInvitation } from "@/lib/desk/people/link-command";
import type { Visitor } from "@/lib/desk/people/visitor";
import { environment } from "@/lib/environment/current-environment";
import { setEnvironment } from "@/testing/environment";

if (environment().LOSSLINE_SECRET === undefined)
  setEnvironment({ LOSSLINE_SECRET: randomBytes(32).toString("hex") });

export const PASSWORD = "correct horse battery";

/** A visitor's browser: it keeps the cookies that it is given. */
export function testVisitor(
  address = "203.0.113.7",
): Visitor & { keep(cookies: readonly string[]): void } {
  const jar = new Map<string, string>();
  return {
    cookie: "",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    address,
    origin: "http://desk.test",
    keep(cookies) {
      for (const line of cookies) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      this.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    },
  };
}

/** Somebody of the desk, who came in by an invitation. */
export async function testPerson(db: Database, role: Role, name: string): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@desk.test`;
  const link = await makeInvitation(db, null, email, role);
  if ("refused" in link) throw new Error(link.refused);
  const joined = await acceptInvitation(db, null, {
    secret: link.secret,
    name,
    email,
    password: PASSWORD,
  });
  if ("problems" in joined) throw new Error(JSON.stringify(joined.problems));
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  return { id, email, name, role };
}
