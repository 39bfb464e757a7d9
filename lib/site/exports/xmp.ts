import { logText, type VersionLog } from "@/lib/record/versions/version";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import type { Language } from "@/lib/statistics/charts/language/languages";
import type { PublisherFacts } from "@/lib/statistics/charts/model/chart-model";
import { escapeXml } from "@/lib/values/text/escape-markup";

/** What a picture says about itself once it is cut off from its page. */
export interface ImageFacts {
  title: string;
  /** What is seen and what it shows, for those who do not see it. */
  alternative: string;
  /** Measure, unit, period and rule, and what is left out. */
  rule: string;
  /** `Lossline, version 412`. */
  source: string;
  /** Where it never changes. */
  address: string;
  shortId: string | null;
  /** What somebody else has added, and whose it is. */
  publisher?: PublisherFacts;
  /** What all of it is in; English where it is left out. */
  language?: Language;
}

/** What the log was, where nothing beside it says of what it is. */
export function logSentence(log: VersionLog): string {
  return `Log of the record: ${logText(log)}`;
}

/**
 * What a picture says about itself, as a packet that any program finds in a file.
 * @param log what the log of the record was at the version; null where it is not said here
 */
export function xmpPacket(facts: ImageFacts, log: VersionLog | null = null): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
${xmp(facts, log)}
<?xpacket end="r"?>`;
}

/** An SVG with what it says about itself. Without a packet's marks, which a page of HTML that holds the drawing has no word for. */
export function svgWithMetadata(svg: string, facts: ImageFacts, log: VersionLog): string {
  const end = svg.lastIndexOf("</svg>");
  return `${svg.slice(0, end)}<metadata>${xmp(facts, log)}</metadata>${svg.slice(end)}`;
}

/** Dublin Core, and IPTC's own places for alternative text and licence, which newsrooms' systems read. */
function xmp(facts: ImageFacts, log: VersionLog | null): string {
  const { language, publisher } = facts;
  const item = (of: string, value: string) =>
    `<rdf:li xml:lang="${of}">${escapeXml(value)}</rdf:li>`;
  const alt = (name: string, value: string) =>
    `<${name}><rdf:Alt>${item("x-default", value)}${language === undefined ? "" : item(language, value)}</rdf:Alt></${name}>`;
  const plain = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:cc="http://creativecommons.org/ns#" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
${[
  alt("dc:title", facts.title),
  alt("dc:description", facts.rule),
  alt("Iptc4xmpCore:AltTextAccessibility", facts.alternative),
  alt("dc:rights", `${facts.source}, ${LICENCE_NAME}`),
  alt("xmpRights:UsageTerms", LICENCE_URL),
  "<dc:creator><rdf:Seq><rdf:li>Lossline</rdf:li></rdf:Seq></dc:creator>",
  ...(language === undefined
    ? []
    : [`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`]),
  plain("dc:source", facts.address),
  plain("dc:identifier", facts.shortId ?? facts.address),
  plain("photoshop:Credit", [publisher?.credit, "Lossline"].filter(Boolean).join(" / ")),
  ...(log === null
    ? []
    : [`<dc:relation><rdf:Bag><rdf:li>${logSentence(log)}</rdf:li></rdf:Bag></dc:relation>`]),
  ...(publisher?.headline ? [plain("photoshop:Headline", publisher.headline)] : []),
  ...(publisher?.whoseInFull ? [plain("photoshop:Instructions", publisher.whoseInFull)] : []),
  ...(publisher?.ownAlternative
    ? [alt("Iptc4xmpCore:ExtDescrAccessibility", publisher.ownAlternative)]
    : []),
  plain("photoshop:Source", facts.source),
  plain("xmpRights:Marked", "True"),
  plain("xmpRights:WebStatement", LICENCE_URL),
  plain("plus:CreditLineRequired", "http://ns.useplus.org/ldf/vocab/CL-CCY"),
  `<cc:license rdf:resource="${LICENCE_URL}"/>`,
].join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
