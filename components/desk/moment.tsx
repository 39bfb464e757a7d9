import { ageText, momentText } from "@/lib/values/dates/moment";

/** When something happened, to the minute. */
export function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {momentText(at)}
    </time>
  );
}

/** How long ago something happened; the moment itself is its title. */
export function Age({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={momentText(at)} className="whitespace-nowrap">
      {ageText(at, now)}
    </time>
  );
}
