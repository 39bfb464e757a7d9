import { Moment } from "@/components/desk/moment";
import { EmptyState } from "@/components/desk/ui/empty-state";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import type { OwnAccount } from "@/lib/desk/people/own-account";

interface PasskeyListProps {
  passkeys: OwnAccount["passkeys"];
  drop: FormAction;
}

/** One's passkeys, each with a button that removes it. */
export function PasskeyList({ passkeys, drop }: PasskeyListProps) {
  if (passkeys.length === 0) return <EmptyState>You have no passkey.</EmptyState>;
  return (
    <ul className="max-w-xl divide-y divide-rule border-rule border-y">
      {passkeys.map(({ id, name, addedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {name}
            {addedAt !== null && (
              <span className="block text-muted text-sm">
                added <Moment at={addedAt} />
              </span>
            )}
          </span>
          <PlainForm
            id={`passkey-${id}`}
            label={`Remove the passkey ${name}`}
            action={drop}
            hidden={{ passkey: id }}
            fields={[]}
            submit="Remove"
            submitLabel={`Remove the passkey ${name}`}
            kind="danger"
          />
        </li>
      ))}
    </ul>
  );
}
