/** A row that is added, by its columns as the database calls them; null where it says nothing. */
export type NewRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
