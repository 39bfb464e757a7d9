import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { type ListedKey, SCOPE_TEXT } from "@/lib/desk/keys/api-key";

interface KeyEntryProps {
  entry: ListedKey;
  /** Ends it; null where it has ended. */
  revoke: FormAction | null;
}

/** A key by which a program writes, without the key itself, and a button that revokes it. */
export function KeyEntry({ entry, revoke }: KeyEntryProps) {
  const { id, name, prefix, scopes, person, createdAt, createdBy } = entry;
  const { lastUsedAt, expiresAt, revokedAt, revokedBy } = entry;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <strong>{name}</strong> · <code className="text-sm">{prefix}…</code>
        <span className="block">
          for {person.name}: {scopes.map((scope) => SCOPE_TEXT[scope]).join(", ")}
        </span>
        <span className="block text-muted text-sm">
          made by {createdBy} <Moment at={createdAt} /> ·{" "}
          {lastUsedAt === null ? (
            "never used"
          ) : (
            <>
              last used about <Moment at={lastUsedAt} />
            </>
          )}
          {expiresAt !== null && revokedAt === null && (
            <>
              {" · "}
              {revoke === null ? "expired" : "expires"} <Moment at={expiresAt} />
            </>
          )}
          {revokedAt !== null && (
            <>
              {" · revoked by "}
              {revokedBy} <Moment at={revokedAt} />
            </>
          )}
        </span>
      </p>
      {revoke !== null && (
        <PlainForm
          id={`key-${id}`}
          label={`Revoke the key ${name}`}
          action={revoke}
          hidden={{ key: String(id) }}
          fields={[]}
          submit="Revoke it"
          submitLabel={`Revoke the key ${name}`}
          kind="danger"
        />
      )}
    </li>
  );
}
