import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { linksFor } from "@/lib/site/urls/links";

/** The frame around the pages on which readers write to the desk: the record's own mast. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader links={linksFor({ version: 1, pinned: false })} section={null} />
      <main id="content" className="page-width max-w-3xl py-8">
        {children}
      </main>
    </>
  );
}
