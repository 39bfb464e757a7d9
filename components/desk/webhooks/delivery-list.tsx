import { Moment } from "@/components/desk/moment";
import type { ListedDelivery } from "@/lib/desk/webhooks/webhook";

/** A webhook's last messages, and what was answered. */
export function DeliveryList({ deliveries }: { deliveries: readonly ListedDelivery[] }) {
  if (deliveries.length === 0)
    return <p className="mt-2 text-muted text-sm">Nothing has been sent yet.</p>;
  return (
    <details className="mt-2">
      <summary className="w-fit py-1 text-sm">
        Last messages: {deliveries.length}
        {deliveries[0] !== undefined && <>, the latest {stateText(deliveries[0])}</>}
      </summary>
      <ul className="mt-1 max-w-3xl divide-y divide-rule border-rule border-y text-sm">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="py-1.5 [overflow-wrap:anywhere]">
            {delivery.title}
            <span className="block text-muted">
              {stateText(delivery)}
              {delivery.tries > 1 && `, sent ${delivery.tries} times`}
              {delivery.triedAt !== null && (
                <>
                  {" · "}
                  <Moment at={delivery.triedAt} />
                </>
              )}
              {delivery.answer !== "" && <> · “{delivery.answer}”</>}
              {delivery.dueAt !== null && delivery.tries > 0 && (
                <>
                  {" · again "}
                  <Moment at={delivery.dueAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function stateText({ deliveredAt, httpStatus, tries, dueAt }: ListedDelivery): string {
  if (deliveredAt !== null) return `taken (${httpStatus})`;
  if (tries === 0) return dueAt === null ? "not sent" : "waiting to be sent";
  return httpStatus === null ? "not taken: nobody answered" : `not taken (${httpStatus})`;
}
