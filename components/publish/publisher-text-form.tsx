import { AnnotationFields } from "@/components/publish/annotation-fields";
import { Choice, Labelled } from "@/components/ui/choice";
import { joinedQueries } from "@/lib/site/urls/route";
import { hasText, type PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import type { IncidentDot } from "@/lib/statistics/totals/measured";

interface PublisherTextFormProps {
  /** The chart's page, and its canonical query without any text. */
  page: string;
  query: string;
  text: PublisherText;
  /** What the chart says of itself for those who do not see it. */
  alternative: string;
  parts: readonly { value: string; label: string }[];
  /** The chart's incidents, the largest first; none where they have no places of their own in it. */
  incidents: readonly IncidentDot[];
  /** What was asked for and the chart does not show. */
  passedOver: readonly string[];
}

/** A publisher's own text for the pictures of a chart, as a plain form: what it sends is the page's URL. */
export function PublisherTextForm(props: PublisherTextFormProps) {
  const { page, query, text, alternative, parts, incidents, passedOver } = props;
  return (
    <details id="own-text" className="mt-5" open={hasText(text)}>
      <summary className="w-fit py-1 font-semibold text-lg">Your own headline and text</summary>
      <form action={`${page}#publish`} method="get" aria-label="Your own headline and text">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {text.lang !== undefined && <input type="hidden" name="lang" value={text.lang} />}
        <p className="mt-1 max-w-prose text-muted text-sm">
          Pictures and embeds print it and say that it is yours. Title, rule, version, source and
          short id stay beside it. It is held in their URLs only: the short id, the citation and the
          data lead to the chart without it.
        </p>
        {passedOver.length > 0 && (
          <p className="mt-3 font-semibold text-sm" role="status">
            {passedOver.join(" ")}
          </p>
        )}
        <div className="mt-3 grid gap-x-12 gap-y-3 lg:grid-cols-2">
          <div className="space-y-3">
            <Text name="headline" label="Headline" most={120} given={text.headline} />
            <Text name="subtitle" label="Subtitle" most={160} given={text.subtitle} />
            <Text name="note" label="Note" most={240} given={text.note} />
            <Text name="credit" label="Credit" most={80} given={text.credit} />
          </div>
          <div className="space-y-3">
            <Labelled label="Alternative text (at most 600 characters)">
              <textarea
                name="alt"
                rows={4}
                maxLength={600}
                defaultValue={text.alt}
                aria-describedby="generated-alt"
                className="field w-full"
              />
            </Labelled>
            <p id="generated-alt" className="max-w-prose text-muted text-sm">
              Without it: “{alternative}”
            </p>
            {parts.length > 1 && (
              <Choice
                name="highlight"
                label="Highlight"
                any="Nothing"
                given={text.highlight}
                options={parts}
              />
            )}
            {incidents.length > 0 && (
              <AnnotationFields
                text={text}
                incidents={incidents}
                urlOf={(own) => `${page}?${joinedQueries(query, own)}#publish`}
              />
            )}
          </div>
        </div>
        <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
          <button type="submit" className="button">
            Use in images
          </button>
          {hasText(text) && (
            <a
              href={`${page}?${joinedQueries(query, text.lang === undefined ? "" : `lang=${text.lang}`)}#publish`}
              className="py-1.5"
            >
              Without it
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

interface TextProps {
  name: string;
  label: string;
  most: number;
  given: string | undefined;
}

function Text({ name, label, most, given }: TextProps) {
  return (
    <Labelled label={`${label} (at most ${most} characters)`}>
      <input
        type="text"
        name={name}
        maxLength={most}
        defaultValue={given}
        className="field w-full"
      />
    </Labelled>
  );
}
