import { afterAll } from "vitest";
import { closeOfFile } from "@/testing/attempts";
import { giveBackOfFile } from "@/testing/database";

// Vitest runs this before each test file, though several files share a process and its modules.

afterAll(async () => {
  await closeOfFile();
  await giveBackOfFile();
});
