import { ImagePart } from "@/components/publish/image-part";
import { TakeParts } from "@/components/publish/take-fold";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import { type PeriodView, writePeriod } from "@/lib/statistics/periods/period";
import type { PeriodModel } from "@/lib/statistics/periods/period-model";

interface PeriodShareProps {
  view: PeriodView;
  model: PeriodModel;
  version: number;
  /** The same pages at this version, and in the newest. */
  permanent: Links;
  newest: Links;
}

/** A period as a picture, in a frame, and as a figure for somebody else's story. */
export function PeriodShare({ view, model, version, permanent, newest }: PeriodShareProps) {
  const { headline, subtitle, alternative } = model;
  return (
    <PageSection
      id="take"
      title="Share and embed"
      note="All of this period in one image, with its source, rule and permanent URL."
    >
      <ImagePart
        file={`${permanent.periods}/${model.key}`}
        query={writePeriod(view)}
        alternative={alternative}
      />
      <div className="mt-8">
        <TakeParts
          title={headline}
          caption={`${headline}. ${subtitle}`}
          alternative={alternative}
          version={version}
          page={permanent.period(view)}
          picture={permanent.periodImage(view, "png")}
          frozen={permanent.recordEmbed({ kind: "period", view })}
          newest={newest.recordEmbed({ kind: "period", view })}
        />
      </div>
    </PageSection>
  );
}
