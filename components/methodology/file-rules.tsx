import { Prose } from "@/components/methodology/prose";

/** How the files of charts are made, what in them adds up, and how a digest is recomputed. */
export function FileRules() {
  return (
    <Prose>
      <p>
        A chart leaves as XLSX, CSV, TSV and JSON with one row a value: of charts over time a row
        for each period and segment. An empty cell is not known or not counted, never zero. Amounts
        are to the cent.
      </p>
      <p>
        Totals are no rows of them, so that nothing counts twice: they are the sheet “Totals”, the{" "}
        <code>totals</code> of the JSON and a CSV of their own in the ZIP. The amounts of all rows
        add up to <code>all</code>. Where actors are part of others, those of <code>level</code> 1
        do, and <code>part_of</code> names the whole of each of the others; what several actors
        share is taken off once more by the row <code>_overlap</code>, an amount below zero. Among
        the largest incidents the rows add up to <code>listed</code>. Numbers of incidents do not
        add up by chain: an incident whose loss is divided among chains is one on each.
      </p>
      <p>
        CSV has no byte-order mark, because programs take one for a part of the first column’s name;
        with <code>bom=1</code> it has one, by which spreadsheets can know that it is UTF-8. TSV,
        which people open and paste, has one unless <code>bom=0</code> leaves it out. A text that
        begins as a formula would has an apostrophe before it in both; the cells of XLSX are typed
        and need none.
      </p>
      <p>
        In SVG and PDF text is outlined, so that they look the same where our fonts are missing;
        with <code>text=embedded</code> an SVG keeps its text and has the fonts in it, for programs
        that load such fonts, and shows the outlines in all others. A width in millimetres (
        <code>width=96mm</code>) makes an image for print, of which PNG has 300 pixels to the inch;{" "}
        <code>palette=grey</code> is for black ink alone.
      </p>
      <p>
        Images print the beginning of the SHA-256 of the CSV without a mark; the JSON and the
        package’s description hold it in full, as <code>numbersDigest</code>. Whoever has the file
        can recompute it: <code>sha256sum file.csv</code>, or{" "}
        <code>tail -c +4 file.csv | sha256sum</code> where it begins with a mark.
      </p>
    </Prose>
  );
}
