import { withPlainMarkup } from "@/components/plain-markup/with-plain-markup";
import { ProblemPage } from "@/components/ui/problem-page";
import { linksFor } from "@/lib/site/urls/links";

/** Only the desk forbids anything, and has a page for it; without this one, Next puts its own into every page. */
export default async function Forbidden() {
  return withPlainMarkup(
    <ProblemPage
      links={linksFor({ version: 1, pinned: false })}
      problem={{ status: 403, title: "This is not for readers", problems: [], version: null }}
    />,
  );
}
