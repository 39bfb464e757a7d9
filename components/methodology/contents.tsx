const CONTENTS = [
  ["record", "What the record holds"],
  ["coverage", "Coverage"],
  ["losses", "Losses"],
  ["periods", "Days and periods"],
  ["rules", "Counting rules by number"],
  ["measures", "Dollars, shares and medians"],
  ["sources", "Sources"],
  ["attributions", "Attributions"],
  ["actors", "Actors"],
  ["chains", "Chains"],
  ["addresses", "Addresses that link incidents"],
  ["figures", "Figures from other publishers"],
  ["categories", "Categories"],
  ["techniques", "Techniques"],
  ["targets", "Targets and chains"],
  ["parameters", "Rules in URLs"],
  ["files", "Files of charts"],
  ["exchange", "Files for other programs"],
  ["versions", "Versions and what is promised"],
] as const;

/** What the page of the methodology holds, in its order. */
export function Contents() {
  return (
    <nav aria-label="Contents" className="lg:sticky lg:top-6 lg:self-start">
      <ol className="border-rule-strong border-t max-lg:columns-2 max-lg:pt-2">
        {CONTENTS.map(([id, title]) => (
          <li key={id} className="py-0.5 lg:border-rule lg:border-b lg:py-1.5">
            <a href={`#${id}`} className="inline-block py-0.5">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
