import { withheldParts, withheldSince, withheldText } from "@/lib/record/withholding/withheld-url";
import { withheldListUrl } from "@/lib/site/urls/links";

/** What stands where a web address is withheld, with the way to whose order that was. */
export function WithheldUrl({ since }: { since: number }) {
  return <a href={withheldListUrl(since)}>{withheldText(since)}</a>;
}

/** A plain text, in which each withheld web address says that it is. */
export function TextWithWithheld({ text }: { text: string }) {
  return withheldParts(text).map((part, index) => {
    const since = withheldSince(part);
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
    return since === null ? part : <WithheldUrl key={index} since={since} />;
  });
}
