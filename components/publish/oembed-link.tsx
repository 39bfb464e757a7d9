import { publicUrl } from "@/lib/site/urls/public-url";

/** How a content system finds what a page's URL can be turned into. React moves it into the page's head. */
export function OembedLink({ address, title }: { address: string; title: string }) {
  const asked = encodeURIComponent(publicUrl(address));
  return (
    <link
      rel="alternate"
      type="application/json+oembed"
      href={publicUrl(`/oembed?format=json&url=${asked}`)}
      title={title}
    />
  );
}
