import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { enterCode } from "@/app/desk/second-factor/second-factor-actions";
import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

export const metadata: Metadata = { title: "Second factor" };

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The second half of signing in, for those who have set it up. */
export default async function SecondFactorPage({ searchParams }: Asked) {
  const { next } = await searchParams;
  const to = nextUrlAfter(typeof next === "string" ? next : null);
  if ((await signedIn()) !== null) redirect(to);
  return (
    <DeskFrame person={null} section={null}>
      <h1 className="font-semibold text-3xl">Enter your code</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        Your password was right. Your account asks for a second factor too.
      </p>
      <PlainForm
        id="second-factor"
        label="Second factor"
        action={enterCode}
        hidden={{ next: to }}
        fields={[
          {
            name: "code",
            label: "Code",
            hint: "The six digits that your authenticator shows now. Lost it? One of your backup codes works here too, each once, in capital or small letters.",
            autoComplete: "one-time-code",
            maxLength: 40,
            focused: true,
          },
        ]}
        submit="Go on"
      />
      <p className="mt-8 max-w-prose text-muted text-sm">
        Lost both? An admin of the desk can take the second factor off.{" "}
        <a href="/desk/sign-in">Sign in as somebody else</a>
      </p>
    </DeskFrame>
  );
}
