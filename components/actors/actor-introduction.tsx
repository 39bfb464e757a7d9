import { ActorPeriod } from "@/components/actors/actor-period";
import { ConfidencePicker } from "@/components/ui/confidence-picker";
import { LinkedText } from "@/components/ui/linked-text";
import type { Actor } from "@/lib/record/actors/actor";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import type { ActorRecord } from "@/lib/statistics/actors/actor-record";
import type { ActorPageView } from "@/lib/statistics/rules/views";

interface ActorIntroductionProps {
  actor: Actor;
  record: ActorRecord;
  view: ActorPageView;
  links: Links;
}

/** What an actor is, how what is attributed to it is to be read, and by which rule. */
export function ActorIntroduction({ actor, record, view, links }: ActorIntroductionProps) {
  return (
    <>
      <p className="max-w-prose whitespace-pre-line font-serif text-xl leading-relaxed">
        <LinkedText text={actor.description} />
      </p>
      <p className="mt-3 max-w-prose text-muted text-sm">
        Attributions are statements of the <a href="#parties">parties that make them</a>, not
        findings of this record
        {record.parts.length > 0 && "; what is attributed to a part is counted here too, once"}.
      </p>
      {record.incidents.length > 10 && <Contents record={record} />}
      <div className="mt-4">
        <ConfidencePicker
          confidence={view.confidence}
          hrefOf={(value) => links.actor(actor.slug, value, view.period, view.known)}
        />
        <ActorPeriod slug={actor.slug} view={view} links={links} />
      </div>
      {record.total.incidents === 0 && (
        <p className="mt-8 border-rule border-t py-6">
          No incident of the record is attributed to {nameWithStatus(actor)} under this rule.
        </p>
      )}
    </>
  );
}

/** The sections of the page that hold something. */
function Contents({ record }: { record: ActorRecord }) {
  const contents = (
    [
      ["ties", "Links by shared address", record.sharedAddressGroups.length],
      ["confidence", "How sure", record.byConfidence.length],
      ["years", "By year", record.byYear.length],
      ["contested", "Others named too", record.contested.length],
      ["parties", "Who attributes what", record.parties.length],
      ["timeline", "Timeline", record.incidents.length],
      [
        "figures",
        "Figures from other publishers",
        record.figures.length + record.retractedFigures.length,
      ],
    ] as const
  ).filter(([, , rows]) => rows > 0);
  return (
    <nav aria-label="On this page" className="mt-3 text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {contents.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
