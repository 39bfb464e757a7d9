import { Moment } from "@/components/desk/moment";
import { Button } from "@/components/desk/ui/button";
import { deviceText } from "@/lib/desk/people/device";
import type { OwnSession } from "@/lib/desk/people/own-account";
import { clientIpText } from "@/lib/desk/people/visitor";

interface OwnSessionsProps {
  sessions: readonly OwnSession[];
  /** The one that asks. */
  presentId: string | null;
  actions: {
    endOne: (form: FormData) => Promise<void>;
    endOthers: () => Promise<void>;
  };
}

/** Where somebody is signed in, each with a button that ends it. */
export function OwnSessions({ sessions, presentId, actions }: OwnSessionsProps) {
  const others = sessions.filter(({ id }) => id !== presentId);
  return (
    <>
      <ul className="max-w-2xl divide-y divide-rule border-rule border-y">
        {sessions.map(({ id, userAgent, address, startedAt, seenAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1">
              {deviceText(userAgent)}
              {id === presentId && <strong> — this one</strong>}
              <span className="block text-muted text-sm [overflow-wrap:anywhere]">
                from {clientIpText(address)} · since <Moment at={startedAt} /> · last seen{" "}
                <Moment at={seenAt} />
              </span>
            </span>
            {id !== presentId && (
              <form action={actions.endOne}>
                <input type="hidden" name="session" value={id} />
                <Button kind="danger" aria-label={`End the session of ${deviceText(userAgent)}`}>
                  End
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form action={actions.endOthers} className="mt-4">
          <Button kind="danger">
            {others.length === 1 ? "End the other session" : `End the other ${others.length}`}
          </Button>
        </form>
      )}
    </>
  );
}
