import { OWN_PASSWORD } from "@/components/desk/account/own-password-field";
import type { FormAction } from "@/components/desk/ui/form-state";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import type { Person } from "@/lib/desk/access/access";
import { SHORTEST_PASSWORD } from "@/lib/desk/people/password";

interface OwnDetailsProps {
  person: Person;
  actions: Record<"saveName" | "saveEmail" | "savePassword", FormAction>;
}

const PASSWORDS: readonly FieldSpec[] = [
  {
    name: "password",
    label: "Current password",
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

/** One's name, e-mail address and password, each in a form of its own. */
export function OwnDetails({ person, actions }: OwnDetailsProps) {
  return (
    <>
      <PageSection
        id="name"
        title="Public name"
        note="The public history shows it beside what you enter or review. What is published already keeps the name that it was published under."
      >
        <PlainForm
          id="name"
          label="Public name"
          action={actions.saveName}
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
          action={actions.saveEmail}
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
          action={actions.savePassword}
          username={person.email}
          fields={PASSWORDS}
          submit="Change the password"
        />
      </PageSection>
    </>
  );
}
