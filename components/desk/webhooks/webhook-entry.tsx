import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { DeliveryList } from "@/components/desk/webhooks/delivery-list";
import { type ListedWebhook, SENDS_TEXT } from "@/lib/desk/webhooks/webhook";

interface WebhookEntryProps {
  webhook: ListedWebhook;
  actions: Record<"renewSecret" | "switchOn" | "switchOff" | "remove" | "test", FormAction>;
}

/** A webhook: where it sends what, how its last messages were received, and what can be done with it. */
export function WebhookEntry({ webhook, actions }: WebhookEntryProps) {
  const { id, name, url, sends, owner, since, failures, offAt, offReason } = webhook;
  const button = (
    what: string,
    action: FormAction,
    text: string,
    kind: "quiet" | "danger" = "quiet",
  ) => (
    <PlainForm
      id={`${what}-${id}`}
      label={`${text}: ${name}`}
      action={action}
      fields={[]}
      hidden={{ webhook: String(id) }}
      submit={text}
      submitLabel={`${text}: ${name}`}
      kind={kind}
    />
  );
  return (
    <li className="py-4">
      <h3 className="font-semibold [overflow-wrap:anywhere]">{name}</h3>
      <p className="[overflow-wrap:anywhere]">
        <code className="text-sm">{url}</code>
      </p>
      <p className="text-muted text-sm">
        {sends === "watched"
          ? `What ${owner} watches, and comments that mention them`
          : SENDS_TEXT[sends]}
        {" · since "}
        <Moment at={since} />
      </p>
      {offAt !== null && (
        <p className="mt-1 max-w-prose border-accent border-l-4 bg-mark px-3 py-1 [overflow-wrap:anywhere]">
          Off since <Moment at={offAt} />: {offReason}
        </p>
      )}
      {offAt === null && failures > 0 && (
        <p className="mt-1 text-sm">
          {failures === 1
            ? "The last message was not taken."
            : `The last ${failures} messages or repetitions were not taken.`}
        </p>
      )}
      <DeliveryList deliveries={webhook.deliveries} />
      <div className="mt-3 flex flex-wrap items-start gap-3">
        {button("test", actions.test, "Send a test")}
        {offAt === null
          ? button("off", actions.switchOff, "Switch off")
          : button("on", actions.switchOn, "Switch on")}
        {button("secret", actions.renewSecret, "Make a new secret")}
        {button("remove", actions.remove, "Remove", "danger")}
      </div>
    </li>
  );
}
