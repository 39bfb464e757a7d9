import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import type { ListedPerson } from "@/lib/desk/people/listed-person";
import { ROLE_OPTIONS } from "@/lib/desk/people/role-text";

interface PersonEntryProps {
  person: ListedPerson;
  isSelf: boolean;
  /** What an admin can do about somebody. */
  actions: Record<
    | "dropSecondFactor"
    | "endAccess"
    | "giveAccessBack"
    | "saveEmailOf"
    | "saveRole"
    | "sendPasswordLink",
    FormAction
  >;
}

/** Somebody of the desk, with what an admin can do about them. */
export function PersonEntry({ person, isSelf, actions }: PersonEntryProps) {
  const { id, name, email, role, joinedAt, seenAt, secondFactor, deactivatedAt } = person;
  return (
    <li className="py-3">
      <p className="[overflow-wrap:anywhere]">
        <strong>{name}</strong>
        {isSelf && " (you)"} · {email} · {role}
        <span className="block text-muted text-sm">
          {deactivatedAt !== null && (
            <>
              access ended <Moment at={deactivatedAt} /> ·{" "}
            </>
          )}
          joined <Moment at={joinedAt} />
          {seenAt !== null && (
            <>
              {" "}
              · last seen <Moment at={seenAt} />
            </>
          )}
          {secondFactor && " · second factor"}
        </span>
      </p>
      {deactivatedAt !== null ? (
        <div className="mt-2">
          <PlainForm
            id={`back-${id}`}
            label={`Give ${name} access again`}
            action={actions.giveAccessBack}
            hidden={{ person: id }}
            fields={[]}
            submit="Give access again"
            kind="quiet"
          />
        </div>
      ) : (
        <Changes person={person} isSelf={isSelf} actions={actions} />
      )}
    </li>
  );
}

function Changes({ person, isSelf, actions }: PersonEntryProps) {
  const { id, name, email, role, secondFactor } = person;
  const hidden = { person: id };
  return (
    <details className="mt-1">
      <summary className="py-1 text-sm">
        Change<span className="sr-only"> {name}</span>
      </summary>
      <div className="mt-2 space-y-5 border-rule border-l pl-4">
        <PlainForm
          id={`role-${id}`}
          label={`Role of ${name}, ${email}`}
          action={actions.saveRole}
          hidden={hidden}
          fields={[
            {
              name: "role",
              label: "Role",
              type: "choice",
              options: ROLE_OPTIONS,
              initial: role,
            },
          ]}
          submit="Change the role"
          kind="quiet"
        />
        {!isSelf && (
          <PlainForm
            id={`email-${id}`}
            label={`E-mail address of ${name}, ${email}`}
            action={actions.saveEmailOf}
            hidden={hidden}
            fields={[
              {
                name: "email",
                label: "E-mail address",
                hint: "They sign in with it. No mail confirms it.",
                type: "email",
                initial: email,
                autoComplete: "off",
                maxLength: 200,
              },
            ]}
            submit="Change the address"
            kind="quiet"
          />
        )}
        <PlainForm
          id={`link-for-${id}`}
          label={`New password for ${name}, ${email}`}
          action={actions.sendPasswordLink}
          hidden={hidden}
          fields={[]}
          submit="Make a link for a new password"
          kind="quiet"
        />
        {secondFactor && (
          <PlainForm
            id={`factor-${id}`}
            label={`Second factor of ${name}`}
            action={actions.dropSecondFactor}
            hidden={hidden}
            fields={[]}
            submit="Turn the second factor off"
            kind="danger"
          />
        )}
        <PlainForm
          id={`end-${id}`}
          label={`Access of ${name}, ${email}`}
          action={actions.endAccess}
          hidden={hidden}
          fields={[]}
          submit="End access"
          kind="danger"
        />
      </div>
    </details>
  );
}
