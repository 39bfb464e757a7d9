/** A program that readers take numbers into, and what to give it. */
export interface OpenIn {
  program: string;
  /** Where in the program the text goes, where that is not plain. */
  where: string | null;
  text: string;
}

/**
 * How a CSV file is opened in the programs that researchers and newsrooms use, each with nothing but what it brings:
 * R and pandas read blanks as missing, Google Sheets and Datawrapper keep following the URL. At a version's URL the
 * numbers stay the same.
 * @param csv the whole URL of the file, without a byte-order mark
 */
export function openIn(csv: string): OpenIn[] {
  const quoted = JSON.stringify(csv);
  return [
    {
      program: "R",
      where: null,
      // A sum of whole dollars may pass what R's integers hold.
      text: `losses <- read.csv(${quoted}, na.strings = "")\nlosses[] <- lapply(losses, function(x) if (is.integer(x)) as.numeric(x) else x)`,
    },
    {
      program: "Python",
      where: null,
      text: `import pandas as pd\n\nlosses = pd.read_csv(${quoted})`,
    },
    // A formula doubles the quotation marks in its texts.
    {
      program: "Google Sheets",
      where: "In a cell",
      text: `=IMPORTDATA("${csv.replaceAll('"', '""')}")`,
    },
    {
      program: "Datawrapper",
      where: "Under Upload data, at “Link external dataset”",
      text: csv,
    },
  ];
}
