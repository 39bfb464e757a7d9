/** Something wrong with what was typed, or a warning about it. */
export interface Problem {
  /** The field: names and the numbers of rows, from 0; empty for the whole. */
  path: (string | number)[];
  /** A whole sentence in plain words: what is wrong, and what is allowed. */
  message: string;
  /** A warning: it holds nothing up once its author has said that the text is right. */
  question?: boolean;
  /** A warning about how a text was read, which can be written so that it says but one thing: a file has to. */
  reading?: boolean;
  /** A warning that only tells what was done, such as rounding: nobody has to say that it is right. */
  informs?: boolean;
  /** A text that is right in this field’s place, to be taken by one key. */
  suggests?: string;
}

/**
 * What a warning is known by when its author says that the text is right: it is asked anew once it says something
 * else.
 */
export function warningKey(problem: Problem): string {
  return `${problem.path.join(".")}: ${problem.message}`;
}
