/** What a process is told over its channel by the one that started it, where that wants it to stop. */
export const STOP_MESSAGE = "stop";
/** For how many milliseconds what is under way may still take. */
export const LONGEST_STOP = 25_000;
