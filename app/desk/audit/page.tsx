import type { Metadata } from "next";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { Button } from "@/components/desk/ui/button";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { Choice } from "@/components/ui/choice";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { AUDITED, auditLines, NOBODY } from "@/lib/desk/people/audit-queries";
import { ACTION_TEXT, actionText, subjectEmail } from "@/lib/desk/people/audit-text";
import { listPeople } from "@/lib/desk/people/people-queries";

export const metadata: Metadata = { title: "Audit" };

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who did what at the desk, newest first. */
export default async function AuditPage({ searchParams }: Asked) {
  const person = await requirePerson("audit.read");
  const people = await listPeople(database());
  const asked = await searchParams;
  const who =
    asked.person === NOBODY ? NOBODY : (people.find(({ id }) => id === asked.person)?.id ?? null);
  const action = AUDITED.find((name) => name === asked.action) ?? null;
  const page = pageOf(asked.page);
  const { lines, count, pages } = await auditLines(database(), { personId: who, action, page });
  const hrefOf = (number: number) => {
    const query = new URLSearchParams({
      ...(who === null ? {} : { person: who }),
      ...(action === null ? {} : { action }),
      ...(number === 1 ? {} : { page: String(number) }),
    });
    return query.size === 0 ? "/desk/audit" : `/desk/audit?${query}`;
  };
  return (
    <DeskFrame person={person} section="audit">
      <h1 className="font-semibold text-3xl">Audit</h1>
      <p className="mt-1 max-w-prose text-muted">
        Who did what at the desk. The list is only ever added to: the database itself refuses to
        change or delete a line.
      </p>
      <form action="/desk/audit" className="my-6 flex max-w-2xl flex-wrap items-end gap-4">
        <Choice
          name="person"
          label="Who"
          given={who ?? undefined}
          any="anybody"
          options={[
            ...people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` })),
            { value: NOBODY, label: "outside, or the console" },
          ]}
        />
        <Choice
          name="action"
          label="What"
          given={action ?? undefined}
          any="anything"
          options={AUDITED.map((name) => ({ value: name, label: ACTION_TEXT[name] }))}
        />
        <Button kind="quiet">Show</Button>
      </form>
      <p className="mb-2 text-muted text-sm">
        {count.toLocaleString("en-GB")} {count === 1 ? "line" : "lines"}
      </p>
      {lines.length === 0 ? (
        <EmptyState>
          Nothing that fits. <a href="/desk/audit">Show everything</a>
        </EmptyState>
      ) : (
        <ol className="divide-y divide-rule border-rule border-y">
          {lines.map(({ id, at, who: name, action: did, subject, detail }) => (
            <li key={id} className="grid gap-x-6 py-2 md:grid-cols-[13rem_12rem_1fr]">
              <span className="text-muted text-sm">
                <Moment at={at} />
              </span>
              <span className="[overflow-wrap:anywhere]">{name ?? withoutName(did)}</span>
              <span className="[overflow-wrap:anywhere]">
                <Subject subject={subject} />
                {detail !== "" && <> — {detail}</>}
                <span className="block text-muted text-sm">{actionText(did)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <PagesNav page={page} pages={pages} hrefOf={hrefOf} />
    </DeskFrame>
  );
}

function Subject({ subject }: { subject: string }) {
  const address = subjectEmail(subject);
  return address === null ? subject : <a href={address}>{subject}</a>;
}

/** Who did what nobody of the desk did: whoever has not signed in, or the console. */
function withoutName(action: string): string {
  const known = AUDITED.find((name) => name === action);
  return known !== undefined && may(null, known) ? "somebody outside" : "the server’s console";
}

/** A page's number; the first for anything else. */
function pageOf(given: string | string[] | undefined): number {
  const page = typeof given === "string" && /^\d{1,6}$/.test(given) ? Number(given) : 1;
  return Math.max(page, 1);
}
