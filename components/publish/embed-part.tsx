"use client";

import { useState } from "react";
import { PickOne } from "@/components/publish/pick-one";
import { TakenText } from "@/components/publish/taken-text";
import { usePublicBase } from "@/components/publish/use-public-base";
import { embedCode } from "@/lib/site/citations/embed-code";

const THEMES = [
  { value: "auto", label: "The reader’s" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

interface EmbedPartProps {
  title: string;
  /** The paths of the embed at this version and at the newest one. */
  frozen: string;
  newest: string;
  version: number;
  /** Where the record is found; null where its operator has not said, and the reader's own address tells. */
  base: string | null;
}

/** The code that puts the chart into another page. */
export function EmbedPart({ title, frozen, newest, version, base }: EmbedPartProps) {
  const [follows, setFollows] = useState("frozen");
  const [theme, setTheme] = useState("auto");
  const found = usePublicBase(base);
  const embed = follows === "frozen" ? frozen : newest;
  const themed = `${embed.includes("?") ? "&" : "?"}theme=${theme}`;
  const path = embed + (theme === "auto" ? "" : themed);
  return (
    <div>
      <h3 className="font-semibold text-lg">Embed</h3>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-3">
        <PickOne
          legend="Numbers"
          options={[
            { value: "frozen", label: `Frozen at version ${version}` },
            { value: "newest", label: "Always the newest" },
          ]}
          chosen={follows}
          choose={setFollows}
        />
        <PickOne legend="Theme" options={THEMES} chosen={theme} choose={setTheme} />
      </div>
      <TakenText label="Code" text={embedCode(title, found, path)} isCode />
      <p className="mt-2 text-muted text-sm">
        <a href={path}>See it by itself</a>. It works without JavaScript; with it, it fits its
        height and, when frozen, says when its numbers have been corrected since.
      </p>
    </div>
  );
}
