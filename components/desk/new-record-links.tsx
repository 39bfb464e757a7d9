import { buttonClass } from "@/components/desk/ui/button";

/** The ways to begin: a new record of each kind, or an active one. */
export function NewRecordLinks() {
  return (
    <nav aria-label="Begin" className="mt-4 flex flex-wrap gap-2">
      <a href="/desk/new/incident" className={buttonClass("primary")}>
        New incident
      </a>
      <a href="/desk/new/actor" className={buttonClass("quiet")}>
        New actor
      </a>
      <a href="/desk/new/figure" className={buttonClass("quiet")}>
        New published figure
      </a>
      <a href="/desk/new/target" className={buttonClass("quiet")}>
        New target
      </a>
      <a href="/desk/new/service" className={buttonClass("quiet")}>
        New service
      </a>
      <a href="/desk/new/coverage" className={buttonClass("quiet")}>
        Extend the coverage
      </a>
      <a href="/desk/records" className={buttonClass("quiet")}>
        Correct a record
      </a>
    </nav>
  );
}
