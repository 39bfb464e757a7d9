import { PicturePart } from "@/components/publish/picture-part";

interface PictureFoldProps {
  /** The picture's file without an ending, and its canonical query. */
  file: string;
  query?: string;
  /** What it shows, in words. */
  alternative: string;
}

/** A page's figures as a picture to take away, folded until somebody wants it. */
export function PictureFold({ file, query = "", alternative }: PictureFoldProps) {
  return (
    <details className="mt-4">
      <summary className="inline-block min-h-6 underline underline-offset-2">
        Publish it as a picture
      </summary>
      <div className="mt-3">
        <PicturePart file={file} query={query} alternative={alternative} />
      </div>
    </details>
  );
}
