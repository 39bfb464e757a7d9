import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { finishPasskeySignIn, startPasskeySignIn } from "@/app/desk/sign-in/passkey-actions";
import { signIn } from "@/app/desk/sign-in/sign-in-actions";
import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { PasskeySignIn } from "@/components/desk/passkey-buttons";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

export const metadata: Metadata = { title: "Sign in" };

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The way in. */
export default async function SignInPage({ searchParams }: Asked) {
  const { next, done } = await searchParams;
  const to = nextUrlAfter(typeof next === "string" ? next : null);
  if ((await signedIn()) !== null) redirect(to);
  return (
    <DeskFrame person={null} section={null}>
      <h1 className="font-semibold text-3xl">Sign in to the desk</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        The desk is where editors enter and review incidents. To read the record you need no
        account.
      </p>
      {done === "password" && (
        <Notice kind="done" live>
          The new password is set. Sign in with it.
        </Notice>
      )}
      <PlainForm
        id="sign-in"
        label="Sign in"
        action={signIn}
        hidden={{ next: to }}
        fields={[
          {
            name: "email",
            label: "E-mail address",
            type: "email",
            autoComplete: "username",
            maxLength: 200,
          },
          {
            name: "password",
            label: "Password",
            type: "password",
            autoComplete: "current-password",
          },
        ]}
        submit="Sign in"
      />
      <PasskeySignIn ask={startPasskeySignIn} answer={finishPasskeySignIn} next={to} />
      <p className="mt-8 max-w-prose text-muted text-sm">
        Forgotten your password? An admin of the desk makes you a link to set a new one. There is no
        sign-up: an admin invites you by a link.
      </p>
    </DeskFrame>
  );
}
