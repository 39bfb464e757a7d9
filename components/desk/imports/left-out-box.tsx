"use client";

import { createContext, useContext } from "react";

/** The records that were ticked when the form was last sent, set apart by commas; null where it was not sent. */
export const LeftOutContext = createContext<string | null>(null);

/** The box that leaves a record of the file out. */
export function LeftOutBox({ record, name }: { record: number; name: string }) {
  const sent = useContext(LeftOutContext);
  return (
    <label className="mt-1 flex items-baseline gap-2 text-sm">
      <input
        // Made anew when the form was sent: what was ticked stays so.
        key={sent}
        type="checkbox"
        name="leftOut"
        value={record}
        defaultChecked={sent === null || sent.split(",").includes(String(record))}
      />
      <span>Leave {name === "" ? `record ${record}` : name} out, if I choose one by one</span>
    </label>
  );
}
