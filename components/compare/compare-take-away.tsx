import { CitePart } from "@/components/publish/cite-part";
import { PageSection } from "@/components/ui/page-section";
import { FORMATS } from "@/lib/site/exports/formats";
import type { Links } from "@/lib/site/urls/links";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { NUMBER_FORMATS } from "@/lib/site/urls/routes/number-routes";
import type { CompareView } from "@/lib/statistics/compare/compare-view";
import type { Day } from "@/lib/values/dates/day";

interface CompareTakeAwayProps {
  view: CompareView;
  title: string;
  version: { number: number; publishedOn: Day };
  /** The same links, pinned to the version. */
  permanent: Links;
}

/** A comparison to be cited and taken away: its permanent link, data and citations. */
export function CompareTakeAway({ view, title, version, permanent }: CompareTakeAwayProps) {
  const path = permanent.compare(view);
  return (
    <PageSection
      id="cite"
      title="Cite and take away"
      note={`All of it names version ${version.number} of the record, in which this comparison never changes.`}
    >
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <a href={path} className="py-1">
          Permanent link
        </a>
        {NUMBER_FORMATS.map((format) => (
          <a
            key={format}
            href={permanent.compareFile(view, format)}
            download={format === "csv"}
            className="py-1"
          >
            {FORMATS[format].label}
          </a>
        ))}
      </p>
      <CitePart
        cited={{
          title,
          address: printedUrl(path),
          shortId: null,
          version: { number: version.number, publishedOn: version.publishedOn },
        }}
        path={path}
        base={publicBase()}
      />
    </PageSection>
  );
}
