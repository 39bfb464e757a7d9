import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { takePublicationBack } from "@/app/desk/publications/publication-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { PublicationCredit } from "@/components/desk/publication-credit";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { LONGEST_WHY, MOST_TAKEN_BACK } from "@/lib/desk/publications/publication";
import { findPublication } from "@/lib/desk/publications/publication-queries";
import { type Reversal, reversalOf } from "@/lib/desk/publications/reversal-queries";

export const metadata: Metadata = { title: "Publication" };

const versionSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** As many records of each list as are shown; all are counted. */
const SHOWN = 200;

/** One version: what taking it back would restore and retract, and what would stay. */
export default async function PublicationPage({
  params,
}: PageProps<"/desk/publications/[version]">) {
  const person = await requirePerson("import.run");
  const parsed = versionSchema.safeParse((await params).version);
  const db = database();
  const found = parsed.success ? await findPublication(db, parsed.data) : null;
  if (found === null) notFound();
  const { version } = found;
  const reversal = await reversalOf(db, version);
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        <a href="/desk/publications">Publications</a>
      </p>
      <h1 className="font-semibold text-3xl">Version {version}</h1>
      <p className="[overflow-wrap:anywhere]">{found.note}</p>
      <p className="mb-6 text-muted">
        <Moment at={found.publishedAt} />
        <PublicationCredit {...found} />
      </p>
      {reversal === null ? (
        <p className="max-w-prose">
          It changed more than {MOST_TAKEN_BACK.toLocaleString("en-GB")} records: that is a dataset,
          which only another dataset corrects.
        </p>
      ) : reversal.changes.length === 0 ? (
        <EmptyState>
          Nothing stands as this version left it: there is nothing to take back.
        </EmptyState>
      ) : (
        <PageSection
          id="take-back"
          title="Take it back"
          note={`${whatItDoes(reversal)} The version stays where it is cited: this makes a new one, once another editor has read it.`}
        >
          <Names
            names={reversal.changes.map(({ now: { entry, recordId, title } }) => ({
              key: `${entry.kind} ${recordId}`,
              text: `${entry.kind} ${title}`,
            }))}
          />
          <div className="mt-4">
            <DecisionForm
              id="take-back"
              label="Take this publication back"
              action={takePublicationBack}
              hidden={{ version: String(version) }}
              why={{
                hint: "Public: it stands in the new version’s note, and where a record is retracted",
                maxLength: LONGEST_WHY,
              }}
              submit="Prepare taking it back"
            />
          </div>
        </PageSection>
      )}
      {reversal !== null && reversal.left.length > 0 && (
        <PageSection
          id="left"
          title={`What stays as it is: ${reversal.left.length.toLocaleString("en-GB")}`}
        >
          <Names
            names={reversal.left.map(({ name, why }) => ({
              key: `${name} ${why}`,
              text: `${name}: ${why}`,
            }))}
          />
        </PageSection>
      )}
    </DeskFrame>
  );
}

function whatItDoes({ changes }: Pick<Reversal, "changes">): string {
  const retracted = changes.filter(({ before }) => before === null).length;
  const restored = changes.length - retracted;
  const parts = [
    ...(restored === 0
      ? []
      : [
          `${counted(restored)} would say again what ${restored === 1 ? "it" : "they"} said before`,
        ]),
    ...(retracted === 0
      ? []
      : [`${counted(retracted)} that ${retracted === 1 ? "was" : "were"} new would be retracted`]),
  ];
  return `${parts.join("; ")}.`;
}

function counted(count: number): string {
  return count === 1 ? "1 record" : `${count.toLocaleString("en-GB")} records`;
}

function Names({ names }: { names: readonly { key: string; text: string }[] }) {
  return (
    <>
      <ul className="max-w-prose list-disc pl-5 [overflow-wrap:anywhere]">
        {names.slice(0, SHOWN).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {names.length > SHOWN && (
        <p className="text-muted">… and {(names.length - SHOWN).toLocaleString("en-GB")} more.</p>
      )}
    </>
  );
}
