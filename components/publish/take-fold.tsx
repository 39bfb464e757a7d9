import { EmbedPart } from "@/components/publish/embed-part";
import { FigurePart } from "@/components/publish/figure-part";
import { publicBase } from "@/lib/site/urls/public-url";

interface TakeFoldProps {
  title: string;
  /** What stands below the picture, and what it shows in words. */
  caption: string;
  alternative: string;
  version: number;
  /** The permanent page, its picture, and the embed at this version and at the newest one, as paths. */
  page: string;
  picture: string;
  frozen: string;
  newest: string;
}

/** How a record is put into somebody else's story, as its picture or in a frame; folded until somebody wants it. */
export function TakeFold(props: TakeFoldProps) {
  return (
    <details className="mt-2">
      <summary className="inline-block min-h-6 underline underline-offset-2">
        Embed, or copy for a CMS
      </summary>
      <div className="mt-3">
        <TakeParts {...props} />
      </div>
    </details>
  );
}

/** The same, unfolded. */
export function TakeParts({
  title,
  caption,
  alternative,
  version,
  page,
  picture,
  frozen,
  newest,
}: TakeFoldProps) {
  const base = publicBase();
  return (
    <>
      <EmbedPart title={title} frozen={frozen} newest={newest} version={version} base={base} />
      <div className="mt-8">
        <FigurePart
          facts={{ alternative, caption, picture, page, version, width: 1200, height: 675 }}
          base={base}
        />
      </div>
    </>
  );
}
