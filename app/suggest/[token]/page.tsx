import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Moment } from "@/components/desk/moment";
import { PublicFrame } from "@/components/desk/suggestions/public-frame";
import { SuggestionText } from "@/components/desk/suggestions/suggestion-text";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { FATE_TEXT } from "@/lib/desk/suggestions/suggestion";
import { fateOfSuggestion } from "@/lib/desk/suggestions/suggestion-queries";

export const metadata: Metadata = {
  title: "Your suggestion",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};
export const dynamic = "force-dynamic";

/** What became of a suggestion, for whoever holds its private link. */
export default async function SuggestionFatePage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const fate = await fateOfSuggestion(database(), (await params).token);
  if (fate === null) notFound();
  const { state, answer, receivedAt, answeredAt, published, about, content } = fate;
  return (
    <PublicFrame>
      <h1 className="font-semibold text-4xl tracking-tight">Your suggestion</h1>
      <p className="mt-3 text-muted">
        Received <Moment at={receivedAt} />
        {answeredAt !== null && (
          <>
            , answered <Moment at={answeredAt} />
          </>
        )}
      </p>
      <Notice kind={state === "published" ? "done" : "know"} title={FATE_TEXT[state]}>
        {published !== null && (
          <p>
            <a href={published.address}>Read it in version {published.version}</a>
          </p>
        )}
        {answer !== "" && state !== "published" && <p className="whitespace-pre-line">{answer}</p>}
      </Notice>
      <PageSection id="sent" title="What you sent">
        <SuggestionText about={about} content={content} />
      </PageSection>
    </PublicFrame>
  );
}
