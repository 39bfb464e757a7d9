import type { Metadata } from "next";
import {
  chooseOwnMail,
  dropPasskey,
  endFeed,
  endOne,
  endOthers,
  makeFeed,
  renewCodes,
  saveEmail,
  saveName,
  savePassword,
  takeOff,
} from "@/app/desk/account/account-actions";
import {
  beginSetUp,
  confirmSetUp,
  finishPasskey,
  startPasskey,
} from "@/app/desk/second-factor/set-up-actions";
import { currentSession, requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { MailChoice } from "@/components/desk/account/mail-choice";
import { OwnDetails } from "@/components/desk/account/own-details";
import { OwnSessions } from "@/components/desk/account/own-sessions";
import { PasskeyList } from "@/components/desk/account/passkey-list";
import { PrivateFeed } from "@/components/desk/account/private-feed";
import { SecondFactor } from "@/components/desk/account/second-factor";
import { DeskFrame } from "@/components/desk/desk-frame";
import { PasskeyAdd } from "@/components/desk/passkey-buttons";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { MAIL_CHOICES } from "@/lib/desk/mail/mail-choice";
import { ownMail } from "@/lib/desk/mail/mail-queries";
import { ownAccount, ownSessions } from "@/lib/desk/people/account-queries";
import { deviceText } from "@/lib/desk/people/device";
import { feedMadeAt } from "@/lib/desk/private-feed/private-feed-queries";

export const metadata: Metadata = { title: "Your account" };

const DONE: Record<string, string> = {
  "second-factor": "The second factor is on. Signing in with your password asks for a code now.",
  "taken-off": "The second factor is off.",
  passkey: "The passkey is added. The sign-in page has a button for it.",
  "passkey-removed": "The passkey no longer signs anybody in here.",
  "feed-ended": "The feed has ended: its address leads nowhere now.",
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
  const [account, sessions, current, feedSince, mail] = await Promise.all([
    ownAccount(database(), person),
    ownSessions(database(), person),
    currentSession(),
    feedMadeAt(database(), person),
    ownMail(database(), person),
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
      <OwnDetails person={person} actions={{ saveName, saveEmail, savePassword }} />
      <PageSection
        id="second-factor"
        title="Second factor"
        note="A code from an authenticator app, asked for after the password. A passkey needs none."
      >
        <SecondFactor
          account={account}
          email={person.email}
          actions={{ beginSetUp, confirmSetUp, renewCodes, takeOff }}
        />
      </PageSection>
      <PageSection
        id="passkeys"
        title="Passkeys"
        note="A key that a device keeps for you: it signs you in without the password."
      >
        <PasskeyList passkeys={account.passkeys} drop={dropPasskey} />
        <div className="mt-4">
          <PasskeyAdd
            ask={startPasskey}
            add={finishPasskey}
            device={deviceText((await visitor()).userAgent)}
          />
        </div>
      </PageSection>
      <PageSection
        id="feed"
        title="Private feed"
        note="What concerns you at the desk, for a feed reader: what others did with your proposals and said where you spoke or to you, what you watch, and what waits for a review. Its address lets anybody read it."
      >
        <PrivateFeed madeAt={feedSince} actions={{ makeFeed, endFeed }} />
      </PageSection>
      {mail !== null && (
        <PageSection
          id="mail"
          title="E-mail"
          note={`What the private feed says, to ${person.email}, as plain text. Several things come in one message.`}
        >
          <MailChoice mail={mail} choices={MAIL_CHOICES} choose={chooseOwnMail} />
        </PageSection>
      )}
      <PageSection
        id="sessions"
        title="Sessions"
        note="Where you are signed in. One that you do not know: end it, and change your password."
      >
        <OwnSessions
          sessions={sessions}
          presentId={current?.session.id ?? null}
          actions={{ endOne, endOthers }}
        />
      </PageSection>
    </DeskFrame>
  );
}
