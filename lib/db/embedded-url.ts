const NAME = "application_name";
const VALUE = "lossline-embedded";

/** The address of the embedded database, by which its clients know it as such. */
export function embeddedUrl(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable&${NAME}=${VALUE}`;
}

/** Whether an address is that of an embedded database, which has one session for all its clients. */
export function isEmbedded(url: string): boolean {
  // An address of a socket is none that can be parsed, and never the embedded database's.
  return URL.canParse(url) && new URL(url).searchParams.get(NAME) === VALUE;
}
