import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { routes } from "@/lib/site/urls/routes";

/** Everything public may be read by programs; what is kept out takes writes and says nothing of the record. */
export function GET(request: Request): Response {
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /suggest",
    "",
    `Sitemap: ${askedOrigin(request.headers)}${routes.sitemap.url(null)}`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
