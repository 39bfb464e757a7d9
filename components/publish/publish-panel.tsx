import { CitePart } from "@/components/publish/cite-part";
import { EmbedPart } from "@/components/publish/embed-part";
import { FigurePart } from "@/components/publish/figure-part";
import { ImagePart } from "@/components/publish/image-part";
import { LanguageForm } from "@/components/publish/language-form";
import { OpenInPart } from "@/components/publish/open-in-part";
import { PublisherTextForm } from "@/components/publish/publisher-text-form";
import { FORMATS, type Format } from "@/lib/site/exports/formats";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { linksFor } from "@/lib/site/urls/links";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { joinedQueries } from "@/lib/site/urls/route";
import { type ChartView, writeChart } from "@/lib/statistics/charts/chart-view";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import { highlightable } from "@/lib/statistics/charts/publisher-text/highlighted";
import {
  type PublisherText,
  titleWithHeadline,
  writePublisherText,
} from "@/lib/statistics/charts/publisher-text/publisher-text";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import type { ParameterValues } from "@/lib/statistics/rules/parameters";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import type { Day } from "@/lib/values/dates/day";
import { sentences } from "@/lib/values/text/sentences";

/** Spreadsheets may spoil the accents of a CSV file that no byte-order mark begins; programs stumble over one. */
const DATA_FILES: readonly { format: Format; label: string; parameters?: ParameterValues }[] = [
  { format: "xlsx", label: "XLSX" },
  { format: "csv", label: "CSV for spreadsheets", parameters: { bom: "1" } },
  { format: "csv", label: "CSV for programs" },
  { format: "tsv", label: "TSV" },
  { format: "json", label: "JSON" },
  { format: "zip", label: FORMATS.zip.label },
];

interface PublishPanelProps {
  view: ChartView;
  model: ChartModel;
  /** The same in the language of its pictures. */
  said: ChartModel;
  /** A publisher's own, for pictures and embeds. */
  text: PublisherText;
  /** Those at which it may write something. */
  incidents: readonly IncidentDot[];
  /** What of it the chart cannot show, in sentences. */
  passedOver: readonly string[];
  /** The page that shows the chart, without its query. */
  page: string;
  version: { number: number; publishedOn: Day };
}

/** Everything with which a chart can be taken away: pictures, data, an embed, a citation. All of it names the version. */
export function PublishPanel(props: PublishPanelProps) {
  const { view, model, said, text, incidents, passedOver, page, version } = props;
  const words = wordsIn(text.lang);
  const pinned = linksFor({ version: version.number, pinned: true });
  const newest = linksFor({ version: version.number, pinned: false });
  return (
    <section aria-labelledby="publish" className="mt-12 border-rule-strong border-t-2 pt-4">
      <h2 id="publish" className="font-semibold text-2xl">
        Publish this chart
      </h2>
      <p className="mt-1 max-w-prose text-muted">
        Every file carries its source, its rule and version {version.number} of the record, and
        never changes. The licence is CC BY 4.0: name Lossline and the version.
      </p>
      <LanguageForm page={page} query={writeChart(view)} text={text} />
      <PublisherTextForm
        page={page}
        query={writeChart(view)}
        text={text}
        alternative={said.alternative}
        parts={highlightable(model.plot)}
        incidents={incidents}
        passedOver={passedOver}
      />
      <div className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div>
          <ImagePart
            file={`${pinned.charts}/${view.chart}`}
            query={joinedQueries(writeChart(view), writePublisherText(text))}
            alternative={text.alt ?? said.alternative}
          />
          <h3 className="mt-8 font-semibold text-lg">Data</h3>
          <p className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
            {DATA_FILES.map(({ format, label, parameters }) => (
              <a
                key={label}
                href={pinned.chartFile(view, format, parameters)}
                download
                className="py-1"
              >
                {label}
              </a>
            ))}
          </p>
          <p className="mt-2 max-w-prose text-muted text-sm">
            One row a value; totals are apart.{" "}
            <a href={`${pinned.methodology}#files`}>How they add up</a>. The CSV for programs has
            the SHA-256 <code className="break-all">{numbersDigest(model.numbers)}</code>
          </p>
          <OpenInPart csv={pinned.chartFile(view, "csv")} base={publicBase()} />
          <div className="mt-8">
            <FigurePart
              facts={{
                alternative: text.alt ?? said.alternative,
                caption: sentences([
                  ...(text.headline === undefined ? [] : [text.headline]),
                  said.title,
                  text.subtitle ?? "",
                  said.subtitle,
                  text.note ?? "",
                  text.credit ?? "",
                ]),
                picture: pinned.chartFile(view, "png", { ...text }),
                page: pinned.chart(view),
                version: version.number,
                width: 1200,
                height: 675,
                ...(text.lang === undefined
                  ? {}
                  : {
                      language: {
                        name: text.lang,
                        direction: words.direction,
                        source: words.frame.sourceBefore,
                      },
                    }),
              }}
              base={publicBase()}
            />
          </div>
        </div>
        <div>
          <EmbedPart
            title={titleWithHeadline(said.title, text)}
            frozen={pinned.embed(view, "auto", text)}
            newest={newest.embed(view, "auto", text)}
            version={version.number}
            base={publicBase()}
          />
          <CitePart
            path={pinned.chart(view)}
            base={publicBase()}
            cited={{
              title: model.title,
              address: printedUrl(pinned.chart(view)),
              shortId: model.shortId,
              version: { number: version.number, publishedOn: version.publishedOn },
            }}
          />
        </div>
      </div>
    </section>
  );
}
