import type { Metadata } from "next";
import { endKey, makeKeyFor } from "@/app/desk/keys/key-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { KeyEntry } from "@/components/desk/keys/key-entry";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { EXPIRY_CHOICES, keyState, SCOPE_CHOICES } from "@/lib/desk/keys/api-key";
import { listKeys } from "@/lib/desk/keys/key-queries";
import { listPeople } from "@/lib/desk/people/people-queries";

export const metadata: Metadata = { title: "Keys" };

/** By which keys programs write, and for whom. */
export default async function KeysPage() {
  const by = await requirePerson("people.manage");
  const [people, keys] = await Promise.all([listPeople(database()), listKeys(database())]);
  const isOpen = (key: (typeof keys)[number]) => keyState(key) === "open";
  const open = keys.filter(isOpen);
  const ended = keys.filter((key) => !isOpen(key));
  const owners = people
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map(({ id, name, email, role }) => ({ value: id, label: `${name} (${email}), ${role}` }));
  return (
    <DeskFrame person={by} section="people">
      <h1 className="mb-6 font-semibold text-3xl">Keys for programs</h1>
      <PageSection
        id="make"
        title="Make a key"
        note="A program that sends the key writes for its owner: it may what both the key and its owner may, and nothing else."
      >
        <PlainForm
          id="key"
          label="Make a key"
          action={makeKeyFor}
          fields={[
            {
              name: "name",
              label: "What it is for",
              hint: "Shown here and in the audit, such as “Newsroom spreadsheet”.",
              autoComplete: "off",
              maxLength: 100,
            },
            {
              name: "person",
              label: "Whose rights it has",
              type: "choice",
              options: owners,
              initial: by.id,
            },
            { name: "scopes", label: "What it may do", type: "choice", options: SCOPE_CHOICES },
            { name: "expires", label: "Valid for", type: "choice", options: EXPIRY_CHOICES },
          ]}
          submit="Make the key"
        />
      </PageSection>
      <PageSection id="keys" title={`In use: ${open.length}`}>
        {open.length === 0 ? (
          <EmptyState>No program can write at the moment.</EmptyState>
        ) : (
          <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
            {open.map((key) => (
              <KeyEntry key={key.id} entry={key} revoke={endKey} />
            ))}
          </ul>
        )}
      </PageSection>
      {ended.length > 0 && (
        <PageSection id="ended" title={`Revoked or expired: ${ended.length}`}>
          <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
            {ended.map((key) => (
              <KeyEntry key={key.id} entry={key} revoke={null} />
            ))}
          </ul>
        </PageSection>
      )}
    </DeskFrame>
  );
}
