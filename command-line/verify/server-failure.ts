import { Failure, wrongServer } from "@/command-line/failure";

/** What the log's own checks throw is of the server's answers, in sentences. */
export async function asServerFailure<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw wrongServer(`The server's log could not be read: ${error.message}`);
  }
}
