import { publicUrl } from "@/lib/site/urls/public-url";

interface LinkPreviewProps {
  title: string;
  description: string;
  /** The page's own address, and that of a picture of 1200 × 630 pixels, as paths. */
  address: string;
  picture: string;
  /** What the picture shows, in words. */
  alternative: string;
}

/** What others show where a page is linked to. React moves it into the page's head. */
export function LinkPreview({
  title,
  description,
  address,
  picture,
  alternative,
}: LinkPreviewProps) {
  return (
    <>
      <meta property="og:site_name" content="Lossline" />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={publicUrl(address)} />
      <meta property="og:image" content={publicUrl(picture)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={alternative} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
