import { ImagePart } from "@/components/publish/image-part";

interface ImageFoldProps {
  /** The picture's file without an ending, and its canonical query. */
  file: string;
  query?: string;
  /** What it shows, in words. */
  alternative: string;
}

/** A page's figures as a picture to take away, folded until somebody wants it. */
export function ImageFold({ file, query = "", alternative }: ImageFoldProps) {
  return (
    <details className="mt-4">
      <summary className="inline-block min-h-6 underline underline-offset-2">
        Download as an image
      </summary>
      <div className="mt-3">
        <ImagePart file={file} query={query} alternative={alternative} />
      </div>
    </details>
  );
}
