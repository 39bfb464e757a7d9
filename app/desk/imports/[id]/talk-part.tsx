import { comment } from "@/app/desk/imports/import-actions";
import { EventList } from "@/components/desk/event-list";
import { CommentForm } from "@/components/desk/review/comment-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { importEvents } from "@/lib/desk/imports/import-event-queries";

/** What was said about an import, and where something is added to it. */
export async function TalkPart({ id }: { id: number }) {
  const events = await importEvents(database(), id);
  return (
    <PageSection id="said" title="What was said">
      {events.length === 0 ? (
        <p className="text-muted">Nobody has said anything about it yet.</p>
      ) : (
        <EventList events={events} />
      )}
      <CommentForm
        about={{ id: String(id) }}
        comment={comment}
        hint="Its uploader and all editors read this."
      />
    </PageSection>
  );
}
