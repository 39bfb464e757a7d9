import { withPlainMarkup } from "@/components/plain-markup/with-plain-markup";
import { ProblemPage } from "@/components/ui/problem-page";
import { linksFor } from "@/lib/site/urls/links";

/** Every page carries it, for Next to show in its place: so it is no longer than it must be. */
export default async function NotFound() {
  return withPlainMarkup(
    <ProblemPage
      links={linksFor({ version: 1, pinned: false })}
      problem={{
        status: 404,
        title: "There is no such page",
        problems: [],
        missing:
          "The address leads past the end of a list, or to something that the record does not hold.",
        version: null,
      }}
    />,
  );
}
