import { notFound } from "next/navigation";

/** Any address of the desk that no page has. */
export default function Missing() {
  notFound();
}
