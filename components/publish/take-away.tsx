import type { ReactNode } from "react";
import { CitePart } from "@/components/publish/cite-part";
import { PageSection } from "@/components/ui/page-section";
import { FORMATS } from "@/lib/site/exports/formats";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { NUMBER_FORMATS, type NumberFormat } from "@/lib/site/urls/routes/number-routes";
import type { Day } from "@/lib/values/dates/day";

interface TakeAwayProps {
  /** What is taken: `number`, `comparison`. */
  what: string;
  title: string;
  version: { number: number; publishedOn: Day };
  /** Where it stands in the version for good. */
  path: string;
  fileOf: (format: NumberFormat) => string;
  /** Further links, before the files. */
  children?: ReactNode;
}

/** Something to be cited and taken away: its permanent link, data and citations. */
export function TakeAway({ what, title, version, path, fileOf, children }: TakeAwayProps) {
  return (
    <PageSection
      id="cite"
      title="Cite and take away"
      note={`All of it names version ${version.number} of the record, in which this ${what} never changes.`}
    >
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <a href={path} className="py-1">
          Permanent link
        </a>
        {children}
        {NUMBER_FORMATS.map((format) => (
          <a key={format} href={fileOf(format)} download={format === "csv"} className="py-1">
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
