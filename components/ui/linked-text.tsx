import { Fragment } from "react";
import { ExternalLink } from "@/components/sources/external-link";
import { WithheldUrl } from "@/components/sources/withheld-url";
import { withheldSince } from "@/lib/record/withholding/withheld-url";
import { textParts } from "@/lib/values/sources/text-parts";

/** A plain text as it was written, with its URLs to follow but for those withheld. Whatever else is in it stays text. */
export function LinkedText({ text }: { text: string }) {
  return textParts(text).map(({ text: piece, href }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
    <Fragment key={index}>
      <Piece text={piece} href={href} />
    </Fragment>
  ));
}

function Piece({ text, href }: ReturnType<typeof textParts>[number]) {
  if (href === null) return text;
  const since = withheldSince(href);
  return since === null ? (
    <ExternalLink href={href}>{text}</ExternalLink>
  ) : (
    <WithheldUrl since={since} />
  );
}
