import type { Metadata } from "next";
import {
  beginSetUp,
  confirmSetUp,
  dropPasskey,
  finishPasskey,
  renewCodes,
  saveEmail,
  saveName,
  savePassword,
  startPasskey,
  takeOff,
} from "@/app/desk/account/account-actions";
import { OwnSessions } from "@/app/desk/account/own-sessions";
import { currentSession, requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { PasskeyAdd } from "@/components/desk/passkey-buttons";
import { SecondFactorForm } from "@/components/desk/second-factor-form";
import { Button } from "@/components/desk/ui/button";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { Notice } from "@/components/desk/ui/notice";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { type OwnAccount, ownAccount, ownSessions } from "@/lib/desk/people/account-queries";
import { deviceText } from "@/lib/desk/people/device";
import { SHORTEST_PASSWORD } from "@/lib/desk/people/password";

export const metadata: Metadata = { title: "Your account" };

const DONE: Record<string, string> = {
  "second-factor": "The second factor is on. Signing in with your password asks for a code now.",
  "taken-off": "The second factor is off.",
  passkey: "The passkey is added. The sign-in page has a button for it.",
  "passkey-removed": "The passkey no longer signs anybody in here.",
  session: "The session has ended.",
  sessions: "Your other sessions have ended.",
};

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One's own name, password, second factor, passkeys and sessions. */
export default async function AccountPage({ searchParams }: Asked) {
  const person = await requirePerson("account.keep");
  const { done } = await searchParams;
  const outcome = typeof done === "string" && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const [account, sessions, current] = await Promise.all([
    ownAccount(database(), person),
    ownSessions(database(), person),
    currentSession(),
  ]);
  return (
    <DeskFrame person={person} section="account">
      <h1 className="font-semibold text-3xl">Your account</h1>
      <p className="mt-1 text-muted">
        {person.email} · {person.role}
      </p>
      {outcome !== undefined && (
        <Notice kind="done" live>
          {outcome}
        </Notice>
      )}
      <PageSection
        id="name"
        title="Public name"
        note="The public history shows it beside what you enter or review. What is published already keeps the name that it was published under."
      >
        <PlainForm
          id="name"
          label="Public name"
          action={saveName}
          fields={[{ name: "name", label: "Name", initial: person.name, autoComplete: "name" }]}
          submit="Save the name"
        />
      </PageSection>
      <PageSection
        id="email"
        title="E-mail address"
        note="You sign in with it, and nobody outside the desk sees it. The desk sends no mail, so nothing confirms a new one: check that it is spelt right."
      >
        <PlainForm
          id="email"
          label="E-mail address"
          action={saveEmail}
          fields={[
            {
              name: "email",
              label: "E-mail address",
              hint: "Your passkeys and your authenticator work on; they may go on showing the old one.",
              type: "email",
              initial: person.email,
              autoComplete: "username",
              maxLength: 200,
            },
            OWN_PASSWORD,
          ]}
          submit="Change the address"
        />
      </PageSection>
      <PageSection
        id="password"
        title="Password"
        note="Changing it ends all your sessions but this one."
      >
        <PlainForm
          id="password"
          label="Change the password"
          action={savePassword}
          username={person.email}
          fields={PASSWORDS}
          submit="Change the password"
        />
      </PageSection>
      <PageSection
        id="second-factor"
        title="Second factor"
        note="A code from an authenticator app, asked for after the password. A passkey needs none."
      >
        <SecondFactor account={account} email={person.email} />
      </PageSection>
      <PageSection
        id="passkeys"
        title="Passkeys"
        note="A key that a device keeps for you: it signs you in without the password."
      >
        {account.passkeys.length === 0 ? (
          <EmptyState>You have no passkey.</EmptyState>
        ) : (
          <ul className="max-w-xl divide-y divide-rule border-rule border-y">
            {account.passkeys.map(({ id, name, addedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {name}
                  {addedAt !== null && (
                    <span className="block text-muted text-sm">
                      added <Moment at={addedAt} />
                    </span>
                  )}
                </span>
                <form action={dropPasskey}>
                  <input type="hidden" name="passkey" value={id} />
                  <Button kind="danger" aria-label={`Remove the passkey ${name}`}>
                    Remove
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-4">
          <PasskeyAdd
            ask={startPasskey}
            add={finishPasskey}
            device={deviceText((await visitor()).userAgent)}
          />
        </div>
      </PageSection>
      <PageSection
        id="sessions"
        title="Sessions"
        note="Where you are signed in. One that you do not know: end it, and change your password."
      >
        <OwnSessions sessions={sessions} presentId={current?.session.id ?? null} />
      </PageSection>
    </DeskFrame>
  );
}

const PASSWORDS: readonly FieldSpec[] = [
  {
    name: "password",
    label: "Present password",
    type: "password",
    autoComplete: "current-password",
  },
  {
    name: "newPassword",
    label: "New password",
    hint: `At least ${SHORTEST_PASSWORD} characters; a sentence of a few words is easy to remember.`,
    type: "password",
    autoComplete: "new-password",
  },
];

const OWN_PASSWORD: FieldSpec = {
  name: "password",
  label: "Your present password",
  type: "password",
  autoComplete: "current-password",
};

function SecondFactor({ account, email }: { account: OwnAccount; email: string }) {
  if (account.secondFactor !== "on") {
    return (
      <SecondFactorForm
        begin={beginSetUp}
        confirm={confirmSetUp}
        username={email}
        begun={account.secondFactor === "begun"}
      />
    );
  }
  return (
    <>
      <p>The second factor is on.</p>
      <details className="mt-3">
        <summary className="py-1">Make new backup codes</summary>
        <div className="mt-2">
          <PlainForm
            id="codes"
            label="Make new backup codes"
            action={renewCodes}
            username={email}
            fields={[OWN_PASSWORD]}
            submit="Make new codes"
            kind="quiet"
          />
        </div>
      </details>
      <details className="mt-3">
        <summary className="py-1">Take the second factor off</summary>
        <div className="mt-2">
          <PlainForm
            id="take-off"
            label="Take the second factor off"
            action={takeOff}
            username={email}
            fields={[OWN_PASSWORD]}
            submit="Take it off"
            kind="danger"
          />
        </div>
      </details>
    </>
  );
}
