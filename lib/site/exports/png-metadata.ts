import { crc32 } from "node:zlib";
import { logText, type VersionLog } from "@/lib/record/versions/version";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import type { Language } from "@/lib/statistics/charts/language/languages";
import type { PublisherFacts } from "@/lib/statistics/charts/model/chart-model";
import { escapeXml } from "@/lib/values/text/escape-markup";
import { sentences } from "@/lib/values/text/sentences";

/** What a picture says about itself once it is cut off from its page. */
interface ImageFacts {
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
  /** What the log of the record was at the version; null where there was none. */
  log: VersionLog | null;
  /** So many of its pixels are to be shown or printed in an inch. */
  pixelsAnInch: number;
  /** What somebody else has added, and whose it is. */
  publisher?: PublisherFacts;
  /** What all of it is in; English where it is left out. */
  language?: Language;
}

const SIGNATURE_LENGTH = 8;
/** Length, type and check of a chunk, and what the first one of every PNG holds. */
const HEADER_END = SIGNATURE_LENGTH + 12 + 13;
const INCHES_IN_A_METRE = 39.3701;

/** The picture with what it is, its alternative text, source, licence and rule: as XMP and as plain texts. */
export function withMetadata(png: Uint8Array, facts: ImageFacts): Uint8Array<ArrayBuffer> {
  const id = facts.shortId === null ? "" : ` (${facts.shortId})`;
  const chunks = [
    resolution(facts.pixelsAnInch),
    text("XML:com.adobe.xmp", xmp(facts)),
    text("Title", facts.title),
    text("Description", facts.alternative),
    text("Source", `${facts.source}, ${facts.address}${id}`),
    text("Copyright", `${facts.source}, ${LICENCE_NAME}, ${LICENCE_URL}`),
    ...(facts.log === null ? [] : [text("Log", logText(facts.log))]),
    text("Comment", sentences([facts.rule, facts.publisher?.whoseInFull ?? ""])),
  ];
  return new Uint8Array(
    Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** An international text, not compressed, so that any program can find it. */
function text(keyword: string, value: string): Buffer {
  return chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${value}`, "utf8"));
}

/** So many pixels an inch that the picture is placed at its nominal size. */
function resolution(pixelsAnInch: number): Buffer {
  const data = Buffer.alloc(9);
  const pixelsAMetre = Math.round(pixelsAnInch * INCHES_IN_A_METRE);
  data.writeUInt32BE(pixelsAMetre, 0);
  data.writeUInt32BE(pixelsAMetre, 4);
  data.writeUInt8(1, 8);
  return chunk("pHYs", data);
}

/** Dublin Core, and IPTC's own places for alternative text and licence, which newsrooms' systems read. */
function xmp(facts: ImageFacts): string {
  const { language, publisher } = facts;
  const item = (of: string, value: string) =>
    `<rdf:li xml:lang="${of}">${escapeXml(value)}</rdf:li>`;
  const alt = (name: string, value: string) =>
    `<${name}><rdf:Alt>${item("x-default", value)}${language === undefined ? "" : item(language, value)}</rdf:Alt></${name}>`;
  const plain = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:cc="http://creativecommons.org/ns#" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
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
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
