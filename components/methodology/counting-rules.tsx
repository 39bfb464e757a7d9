import { Prose } from "@/components/methodology/prose";
import type { Links } from "@/lib/site/urls/links";
import { COUNTING_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { ATTRIBUTION_BASES, CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

/** What a loss is and how losses add up. */
export function LossRules({ unknown, links }: { unknown: number; links: Links }) {
  return (
    <Prose>
      <p>
        A loss is what was taken, in US dollars at the time of the theft: gross, so what came back
        later is not taken off. Where sources disagree, the record counts its best estimate and
        shows the lowest and the highest beside it. What is known to have been handed back or
        recovered is shown separately, as “returned”.
      </p>
      <p>
        Unknown is not zero. An incident whose loss nobody has put a figure on counts as an
        incident, is shown as “unknown”, and is named beside every sum that leaves it out.
        {unknown > 0 && (
          <>
            {" "}
            This version holds{" "}
            <a href={links.incidents({ loss: "unknown" })}>
              {unknown.toLocaleString("en-GB")} of unknown size
            </a>
            .
          </>
        )}{" "}
        Where only a bound is known, as in “up to $70m” or “at least $7m”, that is what is shown:
        sums of best estimates leave it out as of unknown size, sums of low or high ones count the
        bound.
      </p>
      <p>
        A retracted incident counts in no total and is in no list; its page stays and says so. One
        that turned out to be another counts as that one, to which its address leads. Each incident
        and actor has a history of what was published of it, when, why and by whom; nothing in it is
        ever changed or taken away. Every number on a page leads to the incidents behind it, under
        the same rule.
      </p>
    </Prose>
  );
}

/** When an incident counts. */
export function PeriodRules({ imprecise, links }: { imprecise: number; links: Links }) {
  return (
    <Prose>
      <p>
        Days are UTC days, and a period includes its first and its last. An incident known only to
        the month counts in a period that holds the whole month, one known only to the year in a
        period that holds the whole year. A period that holds only a part of it leaves the incident
        out and names it: “whose day is not known, are not placed”. So an incident known only to the
        year is in the year’s total and in none of its months, and stands apart where a year is
        shown by month. Where losses add up day by day it counts from the last day on which it can
        have happened.
        {imprecise > 0 && (
          <>
            {" "}
            Of {imprecise.toLocaleString("en-GB")} of the incidents of this version no day is known:{" "}
            <a href={links.incidents({ date: "month" })}>only the month</a>, or{" "}
            <a href={links.incidents({ date: "year" })}>only the year</a>.
          </>
        )}
      </p>
      <p>
        The year to date runs from 1 January to the day shown, which the address names, so that it
        does not drift. It is compared with the same days of the year before: through 15 September
        against through 15 September. Where the day is 29 February, the year before stops at its
        28th.
      </p>
    </Prose>
  );
}

/** The rules by which incidents count, each number in a sentence, and those that a version was published under. */
export function NumberedRules({ published }: { published: number }) {
  return (
    <Prose>
      <p>
        Where the rules change, they get another number, and a version keeps the number that it was
        published under; this one’s is {published}. Every page counts by the newest rules. Where its
        version was published under older ones, it says so at the number, with what that was.
      </p>
      <dl>
        {Object.entries(COUNTING_RULES).map(([number, sentence]) => (
          <div key={number} className="mt-1">
            <dt className="inline">Rules {number}</dt>
            <dd className="inline">: {sentence}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  );
}

/** What an attribution is, and when it counts. */
export function AttributionRules() {
  return (
    <Prose>
      <p>
        An attribution is always somebody’s statement: who made it, when, where, and how sure it is.
        Pages say “attributed to … by …”, “charged” or “convicted”, never that someone did it. A
        rule names the least confidence that an attribution needs to count; where it names none, “
        {DEFAULT_CONFIDENCE}” is enough.
      </p>
      <p>
        A person’s name never stands beside a sum without how far the case has come, as the latest
        source on record says: “charged, not tried”, “convicted”, “pleaded guilty”, “acquitted”,
        “not tried”, or the death, after the verdict where there was one; “status not known” where
        no source says. It speaks of the case at hand and of no other. A group is “charged” where
        every statement that names it rests on a charge; what became of that is told of persons
        alone. Of a person who was acquitted no confidence is said, however sure a statement about
        the deed was: the amount is given as “acquitted”, its bar an empty outline.
      </p>
      <dl>
        {CONFIDENCES.map(({ value, label, definition }) => (
          <div key={value} className="mt-1">
            <dt className="inline">{label}</dt>
            <dd className="inline">: {definition}</dd>
          </div>
        ))}
      </dl>
      <p>What an attribution rests on, the strongest ground first:</p>
      <dl>
        {ATTRIBUTION_BASES.map(({ value, label, definition }) => (
          <div key={value} className="mt-1">
            <dt className="inline">{label}</dt>
            <dd className="inline">: {definition}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  );
}

/** How incidents count for actors. */
export function ActorRules() {
  return (
    <Prose>
      <p>
        Actors form a tree. TraderTraitor is part of the Lazarus Group, which is part of what is
        counted as North Korea: an incident attributed to a part is the whole’s too, once. The parts
        of an actor may therefore sum to less than it, where something is attributed to the whole
        alone, or to more, where something is attributed to several parts.
      </p>
      <p>
        An incident attributed to several actors, none of which is part of another, such as people
        who were charged together, counts once in every total and once for each of them in a
        breakdown by actor, and the breakdown says so. What nobody has attributed under the rule has
        a row of its own, “Not attributed”.
      </p>
    </Prose>
  );
}

/** How incidents count for chains. */
export function ChainRules() {
  return (
    <Prose>
      <p>
        An incident on one chain counts there. One on several counts on each with what its assets
        say was lost there; what they do not say, and any number that is not the best estimate of
        the loss, is in a part of its own, “on several chains”, so that parts never overlap and
        shares add up to 100%. An incident of which no chain is named has a part too. The filter for
        a chain finds every incident that touched it; with <code>chains=counted</code>, those of
        whose loss something counts there, and the list says how much.
      </p>
    </Prose>
  );
}

/** How incidents are found to share an address. */
export function AddressRules() {
  return (
    <Prose>
      <p>
        Two incidents are linked when the same address is on record for both. An account of the
        Ethereum kind (0x and forty digits) is the same twenty bytes, held by the same key, on every
        chain of that kind, and its capital letters are only a checksum: such addresses match
        whatever the chain and the spelling. Bitcoin and Litecoin addresses that begin with bc1 or
        ltc1 match in either case, on their own chain. All others match letter by letter, on their
        own chain.
      </p>
      <p>
        A link is evidence, not a finding: it says that two thefts have an address in common, and
        leaves to attributions whose it is. A known address links nothing: it occurs in several
        incidents without being evidence of a common thief, because it belongs to a public service,
        a mixer, a trading bot or a contract. It is shown with its label wherever it occurs.
      </p>
    </Prose>
  );
}

/** What a version is and what is promised about it. */
export function VersionRules({ number, links }: { number: number; links: Links }) {
  return (
    <Prose>
      <p>
        Every publication is a version, numbered from 1 without gaps. A plain address shows the
        newest; the same address behind <code>/v/{number}</code> shows version {number} and never
        says anything else, page, number and list. Quote that one: the foot of each page gives it.
      </p>
      <ul>
        <li>
          Nothing published is ever changed or deleted. A correction is a new revision in a new
          version, and the database itself refuses anything else.
        </li>
        <li>
          A publication is whole or not at all: a version holds everything that was published with
          it, or does not exist.
        </li>
        <li>
          What is drafted or under review is kept apart from the record and can be seen on no public
          page.
        </li>
      </ul>
      <p>
        What moved between two versions is told by <a href={links.changesSoFar}>what changed</a>,
        for every figure under its own rule: which incidents were added, revised, returned, moved to
        another date, reclassified, reattributed, merged or retracted, and what each adds. The parts
        sum exactly to the difference. An incident that counts in one of the two versions only is
        told under the first of these that explains it. There, <code>from</code> and <code>to</code>{" "}
        are versions, so a period is <code>since</code> and <code>until</code>, or <code>year</code>{" "}
        and <code>through</code>. Pages of an older version ask, when they are read, whether their
        figure has moved since; <a href="/feeds/versions.atom">all publications</a> and the
        corrections of any one figure can be followed as feeds.
      </p>
      <p>
        The record is licensed{" "}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener license">
          CC BY 4.0
        </a>
        : use it for anything, and name Lossline and the version. The code is under the MIT licence.
        The facts are those of the sources that each incident names; go to them for more, and{" "}
        <a href={links.incidents()}>check us against them</a>.
      </p>
    </Prose>
  );
}
