import { legalStatusText, type NamedActor } from "@/lib/record/actors/legal-status";

interface ActorNameProps {
  actor: NamedActor;
  href: string;
  className?: string | undefined;
}

/** An actor's name as a link; of a person with the legal status, for beside amounts. */
export function ActorName({ actor, href, className }: ActorNameProps) {
  const status = legalStatusText(actor);
  return (
    <>
      <a href={href} className={className}>
        {actor.name}
      </a>
      {status !== null && <span className="text-muted"> ({status})</span>}
    </>
  );
}
