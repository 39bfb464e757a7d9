import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import type { OpenInvitation } from "@/lib/desk/people/listed-person";

interface InvitationProps {
  invitation: OpenInvitation;
  takeBack: FormAction;
}

/** An invitation that nobody has followed yet, and a button that takes it back. */
export function Invitation({ invitation, takeBack }: InvitationProps) {
  const { id, email, role, expiresAt, madeBy } = invitation;
  const whom = email ?? "the first admin";
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="[overflow-wrap:anywhere]">
        <strong>{whom}</strong> as {role}
        <span className="block text-muted text-sm">
          by {madeBy ?? "the server’s console"} · holds until <Moment at={expiresAt} />
        </span>
      </p>
      <PlainForm
        id={`link-${id}`}
        label={`Revoke the invitation of ${whom}`}
        action={takeBack}
        hidden={{ link: String(id) }}
        fields={[]}
        submit="Revoke it"
        kind="danger"
      />
    </div>
  );
}
