import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";

interface PrivateFeedProps {
  /** Null where there is none. */
  madeAt: Date | null;
  actions: Record<"makeFeed" | "endFeed", FormAction>;
}

/** Makes the address of one's own feed, which is shown once, and ends it. */
export function PrivateFeed({ madeAt, actions }: PrivateFeedProps) {
  return (
    <>
      {madeAt !== null && (
        <p className="mb-3">
          You have one since <Moment at={madeAt} />.
        </p>
      )}
      <div className="flex flex-wrap items-start gap-4">
        <PlainForm
          id="make-feed"
          label="Make a private feed"
          action={actions.makeFeed}
          fields={[]}
          submit={madeAt === null ? "Make a feed" : "Make a new address"}
          kind="quiet"
        />
        {madeAt !== null && (
          <PlainForm
            id="end-feed"
            label="End the private feed"
            action={actions.endFeed}
            fields={[]}
            submit="End the feed"
            kind="danger"
          />
        )}
      </div>
    </>
  );
}
