import {
  annotationsOf,
  type PublisherText,
  writePublisherText,
} from "@/lib/statistics/charts/publisher-text/publisher-text";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { formatUsd } from "@/lib/values/money/usd";

/** As many as a picture takes. */
const MOST = 5;

interface AnnotationFieldsProps {
  text: PublisherText;
  /** The chart's incidents, the largest first, to choose from. */
  incidents: readonly IncidentDot[];
  /** The page's URL with another text. */
  urlOf: (text: string) => string;
}

/**
 * What a publisher writes at incidents: a line for each there is, with a link that removes it, and one more. An incident is
 * picked from a list of names, and its text written behind it.
 */
export function AnnotationFields({ text, incidents, urlOf }: AnnotationFieldsProps) {
  const given = annotationsOf(text);
  const lines = [...given, ...(given.length < MOST ? [null] : [])];
  return (
    <fieldset>
      <legend className="text-sm">Annotations (at most {MOST})</legend>
      <p id="annotation-help" className="max-w-prose text-muted text-sm">
        Pick an incident and write behind its colon, up to 60 characters. Another line appears once
        one is used.
      </p>
      <datalist id="annotated-incidents">
        {incidents.map(({ slug, name, occurredOn, amount }) => (
          <option key={slug} value={`${slug}: `}>
            {[name, occurredOn, ...(amount === null ? [] : [formatUsd(amount)])].join(", ")}
          </option>
        ))}
      </datalist>
      {lines.map((annotation, line) => (
        <div key={annotation?.incident ?? "new"} className="mt-1.5 flex items-center gap-x-3">
          <input
            type="text"
            name="mark"
            list="annotated-incidents"
            maxLength={200}
            aria-label={`Annotation ${line + 1}`}
            aria-describedby="annotation-help"
            defaultValue={
              annotation === null ? undefined : `${annotation.incident}: ${annotation.text}`
            }
            placeholder="ronin-bridge-2022-03: The largest of the year"
            className="field w-full"
          />
          {annotation !== null && (
            <a
              href={urlOf(without(text, line))}
              aria-label={`Remove annotation ${line + 1}`}
              className="py-1.5 text-sm"
            >
              Remove
            </a>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** A publisher's text without one of its annotations, as a query. */
function without(text: PublisherText, line: number): string {
  const { mark: _, ...others } = text;
  const left = annotationsOf(text).filter((_each, place) => place !== line);
  const mark = left.map((each) => `${each.incident}:${each.text}`).join("\n");
  return writePublisherText(left.length === 0 ? others : { ...others, mark });
}
