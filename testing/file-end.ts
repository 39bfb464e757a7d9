import { afterAll } from "vitest";
import { giveBackOfFile } from "@/testing/database";
import { closeOfFile } from "@/testing/attempts";

// Vitest runs this before each test file, though several files share a process and its modules.

afterAll(async () => {
  await closeOfFile();
  await giveBackOfFile();
});
