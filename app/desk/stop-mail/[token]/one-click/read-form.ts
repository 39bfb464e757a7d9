/** The fields of a short form, sent in either way in which forms are sent; null where it is none. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    // What it is then does not matter: no other body is taken.
    return null;
  }
}
