import type { Metadata } from "next";
import {
  dropSecondFactor,
  endAccess,
  giveAccessBack,
  saveEmailOf,
  saveRole,
  sendInvitation,
  sendPasswordLink,
  takeLinkBack,
} from "@/app/desk/people/people-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Invitation } from "@/components/desk/people/invitation";
import { PersonEntry } from "@/components/desk/people/person-entry";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { openInvitations } from "@/lib/desk/people/link-queries";
import { listPeople } from "@/lib/desk/people/people-queries";
import { ROLE_OPTIONS } from "@/lib/desk/people/role-text";

export const metadata: Metadata = { title: "People" };

const ACTIONS = {
  dropSecondFactor,
  endAccess,
  giveAccessBack,
  saveEmailOf,
  saveRole,
  sendPasswordLink,
};

/** Who is at the desk, and who is invited. */
export default async function PeoplePage() {
  const by = await requirePerson("people.manage");
  const [people, invitations] = await Promise.all([
    listPeople(database()),
    openInvitations(database()),
  ]);
  const present = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  const gone = people.filter(({ deactivatedAt }) => deactivatedAt !== null);
  return (
    <DeskFrame person={by} section="people">
      <h1 className="mb-2 font-semibold text-3xl">People</h1>
      <p className="mb-6">
        <a href="/desk/keys">Keys for programs that write at the desk</a> ·{" "}
        <a href="/desk/webhooks">Webhooks</a>
      </p>
      <PageSection
        id="invite"
        title="Invite somebody"
        note="The desk sends no mail: it shows you a link, and you pass it on."
      >
        <PlainForm
          id="invite"
          label="Invite somebody"
          action={sendInvitation}
          fields={[
            {
              name: "email",
              label: "E-mail address",
              hint: "They sign in with it.",
              type: "email",
              autoComplete: "off",
              maxLength: 200,
            },
            { name: "role", label: "Role", type: "choice", options: ROLE_OPTIONS },
          ]}
          submit="Make the link"
        />
      </PageSection>
      <PageSection id="invitations" title="Open invitations">
        {invitations.length === 0 ? (
          <EmptyState>Nobody is invited at the moment.</EmptyState>
        ) : (
          <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="py-3">
                <Invitation invitation={invitation} takeBack={takeLinkBack} />
              </li>
            ))}
          </ul>
        )}
      </PageSection>
      <PageSection id="people" title={`At the desk: ${present.length}`}>
        <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
          {present.map((person) => (
            <PersonEntry
              key={person.id}
              person={person}
              isSelf={person.id === by.id}
              actions={ACTIONS}
            />
          ))}
        </ul>
      </PageSection>
      {gone.length > 0 && (
        <PageSection
          id="gone"
          title={`Without access: ${gone.length}`}
          note="Nobody is ever deleted: what they wrote keeps its author."
        >
          <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
            {gone.map((person) => (
              <PersonEntry key={person.id} person={person} isSelf={false} actions={ACTIONS} />
            ))}
          </ul>
        </PageSection>
      )}
    </DeskFrame>
  );
}
