/** Fewer characters than this could be guessed. */
export const SECRET_LENGTH = 32;

/**
 * The secret that cookies are signed and second factors sealed with, from LOSSLINE_SECRET. `npm start`
 * makes one in the data folder where none is given.
 * @throws where there is none, or it is too short; the message never holds it
 */
export function deskSecret(given: string | undefined = process.env.LOSSLINE_SECRET): string {
  if (given === undefined || given === "") {
    throw new Error(
      "LOSSLINE_SECRET is not set. `npm start` sets it; a web process started otherwise needs it, the same for all that share a database.",
    );
  }
  if (given.length < SECRET_LENGTH) {
    throw new Error(`LOSSLINE_SECRET is too short: ${SECRET_LENGTH} characters or more.`);
  }
  return given;
}
