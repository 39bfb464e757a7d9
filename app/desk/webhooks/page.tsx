import type { Metadata } from "next";
import { requirePerson } from "@/app/desk/signed-in";
import {
  makeHook,
  remove,
  renewSecret,
  switchOff,
  switchOn,
  test,
} from "@/app/desk/webhooks/webhook-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { WebhookEntry } from "@/components/desk/webhooks/webhook-entry";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { listPeople } from "@/lib/desk/people/people-queries";
import { MOST_FAILURES, SENDS_TEXT, WEBHOOK_SENDS } from "@/lib/desk/webhooks/webhook";
import { listWebhooks } from "@/lib/desk/webhooks/webhook-queries";

export const metadata: Metadata = { title: "Webhooks" };

const ACTIONS = { renewSecret, switchOn, switchOff, remove, test };

/** Where what happens at the desk is sent to. */
export default async function WebhooksPage() {
  const by = await requirePerson("webhook.manage");
  const [people, webhooks] = await Promise.all([listPeople(database()), listWebhooks(database())]);
  const owners = people
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
  return (
    <DeskFrame person={by} section="people">
      <p className="text-muted text-sm">
        <a href="/desk/people">People</a>
      </p>
      <h1 className="mb-6 font-semibold text-3xl">Webhooks</h1>
      <PageSection
        id="webhooks"
        title={`In use: ${webhooks.filter(({ offAt }) => offAt === null).length}`}
      >
        {webhooks.length === 0 ? (
          <EmptyState>Nothing is sent anywhere.</EmptyState>
        ) : (
          <ul className="divide-y divide-rule border-rule border-y">
            {webhooks.map((webhook) => (
              <WebhookEntry key={webhook.id} webhook={webhook} actions={ACTIONS} />
            ))}
          </ul>
        )}
      </PageSection>
      <PageSection
        id="make"
        title="Make a webhook"
        note={`What happens is sent by POST as JSON, signed as the Standard Webhooks have it. What is not taken is sent again for about 21 hours; after ${MOST_FAILURES} failures in a row the webhook is switched off.`}
      >
        <PlainForm
          id="webhook"
          label="Make a webhook"
          action={makeHook}
          fields={[
            {
              name: "name",
              label: "What it is for",
              hint: "Shown here and in the audit, such as “Newsroom channel”.",
              autoComplete: "off",
              maxLength: 100,
            },
            {
              name: "url",
              label: "URL",
              hint: "Begins with https:// and is reachable from everywhere.",
              autoComplete: "off",
              maxLength: 2000,
            },
            {
              name: "sends",
              label: "What is sent",
              type: "choice",
              options: WEBHOOK_SENDS.map((value) => ({ value, label: SENDS_TEXT[value] })),
            },
            {
              name: "person",
              label: "Owner",
              hint: "Nothing is sent that they may not read, and nothing once they have left.",
              type: "choice",
              options: owners,
              initial: by.id,
            },
          ]}
          submit="Make the webhook"
        />
      </PageSection>
    </DeskFrame>
  );
}
