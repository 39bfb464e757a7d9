import type { Metadata } from "next";
import { join } from "@/app/desk/join/[token]/join-actions";
import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { LinkProblem } from "@/components/desk/link-problem";
import { Notice } from "@/components/desk/ui/notice";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import { database } from "@/lib/db/client";
import { findInvitation } from "@/lib/desk/people/link-queries";
import { SHORTEST_PASSWORD } from "@/lib/desk/people/password";
import { ROLE_DOES } from "@/lib/desk/people/role-text";
import { momentText } from "@/lib/values/dates/moment";

export const metadata: Metadata = { title: "Join the desk" };

/** Where an invitation leads: whoever it is for says their name and sets a password. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(database(), token);
  const person = await signedIn();
  if (invitation === null || invitation.state !== "open") {
    return (
      <DeskFrame person={person} section={null}>
        <LinkProblem purpose="invitation" state={invitation?.state ?? null} />
      </DeskFrame>
    );
  }
  const { email, role, expiresAt } = invitation;
  const fields: FieldSpec[] = [
    {
      name: "name",
      label: "Your public name",
      hint: "The public history shows it beside what you enter or review.",
      autoComplete: "name",
      maxLength: 100,
    },
    {
      name: "password",
      label: "Password",
      hint: `At least ${SHORTEST_PASSWORD} characters; a sentence of a few words is easy to remember.`,
      type: "password",
      autoComplete: "new-password",
    },
  ];
  if (email === null) {
    fields.splice(1, 0, {
      name: "email",
      label: "E-mail address",
      hint: "You sign in with it. The desk sends no mail.",
      type: "email",
      autoComplete: "username",
      maxLength: 200,
    });
  }
  return (
    <DeskFrame person={person} section={null}>
      <h1 className="font-semibold text-3xl">Join the desk</h1>
      {person !== null && (
        <Notice kind="mind">
          You are signed in as {person.name}. If the invitation is for somebody else, hand the link
          on; it works once.
        </Notice>
      )}
      <p className="mt-2 mb-6 max-w-prose text-muted">
        You are invited as <strong className="text-ink">{role}</strong>
        {email === null ? "" : `, with the address ${email}`}. {ROLE_DOES[role]} The invitation
        holds until {momentText(expiresAt)}.
      </p>
      <PlainForm
        id="join"
        label="Join the desk"
        action={join}
        {...(email === null ? {} : { username: email })}
        hidden={email === null ? { secret: token } : { secret: token, email }}
        fields={fields}
        submit="Join"
      />
    </DeskFrame>
  );
}
