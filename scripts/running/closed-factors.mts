import { asStepFailure } from "./database.mjs";

/** What to say at the start of second factors that do not open with the present secret; nothing where all do. */
export async function closedFactorLines(url: string, secret: string): Promise<string[]> {
  const { openDatabase: connect } = await import("@/lib/db/client");
  const { closedSecondFactors } = await import("@/lib/desk/people/sealed-factor-queries");
  const db = connect(url, 1);
  try {
    const emails = await asStepFailure(() => closedSecondFactors(db, secret));
    if (emails.length === 0) return [];
    return [
      "\nLOSSLINE_SECRET, or the file secret in the data folder, is not the one that these second factors were set up with. Bring it back, or take them off:\n",
      ...emails.map(
        (email) => `  npm run people -- reset --email ${email} --without-second-factor`,
      ),
    ];
  } finally {
    await db.$disconnect();
  }
}
