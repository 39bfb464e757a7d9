import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DifferenceTable } from "@/components/histories/difference-table";
import { HostLink } from "@/components/sources/host-link";
import { SourceList } from "@/components/sources/source-list";
import { LinkedText } from "@/components/ui/linked-text";
import { withheldUrl } from "@/lib/record/withholding/withheld-url";

const url = withheldUrl(7);
const drawn = {
  host: <HostLink href={url} label="Source" />,
  sources: (
    <SourceList
      sources={[
        {
          url,
          title: "Charged",
          publisher: "A paper",
          publishedOn: null,
          kind: "press",
          archivedUrl: url,
        },
      ]}
    />
  ),
  text: <LinkedText text={`As ${url} says.`} />,
  history: (
    <DifferenceTable
      differences={[
        {
          path: "source",
          group: "Status",
          label: `Source ${url}`,
          change: "changed",
          before: "https://example.com",
          after: url,
          growth: null,
          parts: null,
        },
      ]}
    />
  ),
};

describe("a withheld web address", () => {
  it.each(Object.entries(drawn))("is no link in %s, and says since when", (_, element) => {
    const html = renderToStaticMarkup(element);
    expect(html).not.toContain("withheld.invalid");
    expect(html).toContain('<a href="/v/7/methodology#withheld">withheld since version 7</a>');
  });
});
