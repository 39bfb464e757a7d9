import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { reviseUrl, suggestUrl } from "@/lib/site/urls/links";

interface CorrectLinksProps {
  kind: PagedKind;
  slug: string;
}

/** Ways to have something corrected: the same for every reader, because the page is kept for all of them. */
export function CorrectLinks({ kind, slug }: CorrectLinksProps) {
  return (
    <p className="mt-3 text-sm">
      <a href={suggestUrl(kind, slug)} className="inline-block py-1">
        Suggest a correction
      </a>{" "}
      <span className="text-muted">or, for editors,</span>{" "}
      <a href={reviseUrl(kind, slug)} className="inline-block py-1">
        revise it
      </a>
    </p>
  );
}
