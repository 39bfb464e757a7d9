import { environment } from "@/lib/environment/current-environment";

/**
 * The secret that cookies are signed and second factors sealed with, from LOSSLINE_SECRET. `npm start`
 * gives the web process one from the data folder where its own environment holds none.
 * @throws where there is none
 */
export function deskSecret(): string {
  const { LOSSLINE_SECRET: secret } = environment();
  if (secret === undefined) {
    throw new Error(
      "LOSSLINE_SECRET is not set. `npm start` sets it; a web process started otherwise needs it, the same for all that share a database.",
    );
  }
  return secret;
}
