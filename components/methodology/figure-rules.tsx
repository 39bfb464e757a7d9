import { Prose } from "@/components/methodology/prose";
import type { Links } from "@/lib/site/urls/links";

/** What totals of others the record lists, where they stand, and what may stand beside them. */
export function FigureRules({ count, links }: { count: number; links: Links }) {
  return (
    <Prose>
      <p>
        <a href={links.figures()}>{count.toLocaleString("en-GB")} figures from other publishers</a>{" "}
        are listed with their period, category, actor, date and source. Each also stands on the page
        of the smallest month, quarter or year that holds all its days, or among the periods where
        its days are of several years, and on the page of the actor that it is about.
      </p>
      <p>
        Beside a figure stands what Lossline counts by its own rule only where the two have the same
        scope by what the figure says: whole months; everything or one category of ours; the same
        actor. They are not the same selection: a publisher rarely says which incidents it counted.
      </p>
      <p>
        What is known of <a href={links.publishers}>how publishers count</a> is used on a page of
        each figure’s own. It leads from our number to theirs: thefts that the publisher’s rule
        takes in or leaves out, attributions that nobody had made by the day of publication, what
        came back, days after its last one, thefts at another amount (farther off than its
        rounding), and thefts that only one of the two counts. The lines add up to the cent. What
        none of them explains is <a href={links.gaps}>one residual</a>, spread over none of them,
        and where a rule is not known, nothing is assumed.
      </p>
      <p>
        No number of ours stands beside a sum of thefts that its publisher names, because the sum of
        all thefts between the first and the last of them is another thing; nor beside a total of
        only a part of its scope, one that is net of what came back, or one that counts more than
        thefts, as far as its title or its note tells; nor beside a figure for other days than whole
        months, which may be such a sum too; nor beside one that puts several categories together,
        nor beside one for days that are not yet covered.
      </p>
    </Prose>
  );
}
