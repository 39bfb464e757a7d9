/** What a form says that is sent by somebody who is signed out. */
export const SIGNED_OUT = {
  field: null,
  message:
    "You are signed out. Sign in in another tab, then send this again: your text is still here.",
};
