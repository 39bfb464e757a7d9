import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  beginSetUp,
  confirmSetUp,
  finishPasskey,
  startPasskey,
} from "@/app/desk/second-factor/set-up-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { DeskFrame } from "@/components/desk/desk-frame";
import { PasskeyAdd } from "@/components/desk/passkey-buttons";
import { SecondFactorForm } from "@/components/desk/second-factor-form";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { ownAccount } from "@/lib/desk/people/account-queries";
import { deviceText } from "@/lib/desk/people/device";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

export const metadata: Metadata = { title: "Set up a second factor" };

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where those are led of whom a second factor is demanded and who have none. */
export default async function SetUpPage({ searchParams }: Asked) {
  const person = await requirePerson("factor.setUp");
  const { next } = await searchParams;
  const to = nextUrlAfter(typeof next === "string" ? next : null);
  if (person.lacksSecondFactor !== true) redirect(to);
  const account = await ownAccount(database(), person);
  return (
    <DeskFrame person={person} section={null}>
      <h1 className="font-semibold text-3xl">Set up a second factor</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        This desk demands one of you as {person.role}. Until you have it, you can do nothing else
        here; drafts and everything else of yours are kept.
      </p>
      {account.passkeys.length > 0 && (
        <Notice kind="mind" title="You have a passkey">
          It counts where you sign in with it: sign out, then choose “Sign in with a passkey”. Your
          password needs an authenticator beside it.
        </Notice>
      )}
      <PageSection
        id="second-factor"
        title="By an authenticator"
        note="An app that shows six digits, asked for after the password from then on."
      >
        <SecondFactorForm
          begin={beginSetUp}
          confirm={confirmSetUp}
          username={person.email}
          begun={account.secondFactor === "begun"}
          next={to}
        />
      </PageSection>
      <PageSection
        id="passkeys"
        title="By a passkey"
        note="A key that a device keeps for you: it stands in for the password and the second factor."
      >
        <PasskeyAdd
          ask={startPasskey}
          add={finishPasskey}
          device={deviceText((await visitor()).userAgent)}
        />
      </PageSection>
    </DeskFrame>
  );
}
