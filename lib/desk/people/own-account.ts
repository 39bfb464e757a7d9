/** How somebody signs in, beside their password. */
export interface OwnAccount {
  /** Begun is set up, but not confirmed by a code yet. */
  secondFactor: "none" | "begun" | "on";
  passkeys: { id: string; name: string; addedAt: Date | null }[];
}

/** A session of one's own that has not ended. */
export interface OwnSession {
  id: string;
  userAgent: string | null;
  /** The client IP that it began from; null where that is unknown. */
  address: string | null;
  startedAt: Date;
  /** When it was last used, give or take five minutes. */
  seenAt: Date;
}
