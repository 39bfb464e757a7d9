import type { Metadata } from "next";
import { send } from "@/app/suggest/suggest-actions";
import { PublicFrame } from "@/components/desk/suggestions/public-frame";
import { SuggestForm } from "@/components/desk/suggestions/suggest-form";
import { Notice } from "@/components/desk/ui/notice";
import { database } from "@/lib/db/client";
import { readAbout } from "@/lib/desk/suggestions/suggestion";
import { findRecord } from "@/lib/record/history/published-entry-queries";

export const metadata: Metadata = {
  title: "Suggest",
  description: "Report a missing incident or a mistake to Lossline, with a source.",
  robots: { index: false },
};
export const dynamic = "force-dynamic";

interface Asked {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where anybody reports a missing incident or a mistake to the desk. */
export default async function SuggestPage({ searchParams }: Asked) {
  const { about: asked } = await searchParams;
  const named = typeof asked === "string" ? readAbout(asked) : null;
  const about = named === null ? null : await findRecord(database(), named.kind, named.slug);
  const found = named !== null && about !== null;
  return (
    <PublicFrame>
      <h1 className="font-semibold text-4xl tracking-tight">
        {found ? "Suggest a correction" : "Suggest a missing incident"}
      </h1>
      {found ? (
        <p className="mt-3 max-w-prose text-lg">
          of <a href={`/${named.kind}s/${named.slug}`}>{about.title}</a>. To tell of an incident
          that the record lacks, <a href="/suggest">begin here</a>.
        </p>
      ) : (
        <p className="mt-3 max-w-prose text-lg">
          To have something corrected, open its page first and follow “Suggest a correction” there.
        </p>
      )}
      {asked !== undefined && !found && (
        <Notice kind="mind">
          What you came from is not in the record any more. You can still say here what is wrong
          with it.
        </Notice>
      )}
      <p className="mt-3 mb-6 max-w-prose text-muted">
        Everything in the record rests on sources, so name where it can be read. An editor checks
        it, writes it and has it reviewed; nothing that you send is published as it stands. You need
        no account, and get a private link that shows what became of it.
      </p>
      <SuggestForm
        action={send}
        about={found ? `${named.kind}:${named.slug}` : ""}
        kind={found ? named.kind : null}
      />
    </PublicFrame>
  );
}
