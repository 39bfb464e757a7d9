import { comment } from "@/app/desk/imports/import-actions";
import { EventList } from "@/components/desk/event-list";
import { PlainForm } from "@/components/desk/ui/plain-form";
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
      <div className="mt-4">
        <PlainForm
          id="comment"
          label="Comment"
          action={comment}
          fields={[
            {
              name: "text",
              label: "Comment",
              hint: "Its uploader and all editors read this.",
              type: "area",
              maxLength: 4000,
            },
          ]}
          hidden={{ id: String(id) }}
          submit="Comment"
          kind="quiet"
        />
      </div>
    </PageSection>
  );
}
