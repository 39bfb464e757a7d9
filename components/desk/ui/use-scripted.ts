import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts run here: not while the server draws, nor in the drawing that the browser takes over. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
