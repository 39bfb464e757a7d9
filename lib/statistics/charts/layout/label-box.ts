/** The room that a label or a mark takes. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether two boxes share any room. */
export function touches(one: Box, other: Box): boolean {
  return (
    one.right > other.left &&
    one.left < other.right &&
    one.bottom > other.top &&
    one.top < other.bottom
  );
}
