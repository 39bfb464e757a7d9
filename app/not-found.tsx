import { ProblemPage } from "@/components/ui/problem-page";
import { linksFor } from "@/lib/site/urls/links";

export default function NotFound() {
  return (
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
    />
  );
}
