/** Every text of JSON, with the number that follows where it is a field's name. */
const TEXTS = /"[^"\\]*(?:\\.[^"\\]*)*"(?:(\s*:\s*)(-?\d[\d.eE+-]*))?/g;

/**
 * As `JSON.parse`, but each `quantity` that is a number is the text of it, to its last digit: a number would be rounded
 * before anybody could look at it.
 * @throws {SyntaxError} as it does, with places in the given text
 */
export function parseWithQuantities(text: string): unknown {
  // What is no JSON is told of as it was given; what is JSON, still is.
  JSON.parse(text);
  return JSON.parse(
    text.replace(TEXTS, (all: string, colon: string | undefined, number: string | undefined) =>
      number !== undefined && all.startsWith('"quantity"') ? `"quantity"${colon}"${number}"` : all,
    ),
  );
}
