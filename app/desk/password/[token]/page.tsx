import type { Metadata } from "next";
import { setPassword } from "@/app/desk/password/[token]/password-actions";
import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { LinkProblem } from "@/components/desk/link-problem";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { database } from "@/lib/db/client";
import { findPasswordLink } from "@/lib/desk/people/link-queries";
import { SHORTEST_PASSWORD } from "@/lib/desk/people/password";

export const metadata: Metadata = { title: "A new password" };

/** Where a link for a new password leads. */
export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findPasswordLink(database(), token);
  if (link === null || link.state !== "open" || link.person.deactivatedAt !== null) {
    return (
      <DeskFrame person={await signedIn()} section={null}>
        <LinkProblem
          purpose="password"
          state={link?.state === "open" ? "revoked" : (link?.state ?? null)}
        />
      </DeskFrame>
    );
  }
  return (
    <DeskFrame person={await signedIn()} section={null}>
      <h1 className="font-semibold text-3xl">Set a new password</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        For {link.person.name}, {link.person.email}. All sessions of this account end with it.
      </p>
      <PlainForm
        id="password"
        label="A new password"
        action={setPassword}
        username={link.person.email}
        hidden={{ secret: token }}
        fields={[
          {
            name: "password",
            label: "New password",
            hint: `At least ${SHORTEST_PASSWORD} characters; a sentence of a few words is easy to remember.`,
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        submit="Set the password"
      />
    </DeskFrame>
  );
}
