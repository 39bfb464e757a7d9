import type { FormTable } from "@/lib/desk/forms/form";
import { FIGURE_QUALIFIERS, FIGURE_SELECTION_TERMS } from "@/lib/record/figures/published-figure";

const qualifiers = FIGURE_QUALIFIERS.map((value) => ({ value, label: value, definition: null }));

/** The form of a total that someone else published. */
export const PUBLISHED_FIGURE_FORM: FormTable = {
  sections: [
    {
      id: "figure",
      title: "What was published",
      fields: [
        { name: "publisher", label: "Publisher", control: { is: "text" } },
        { name: "title", label: "Title", control: { is: "text" } },
        // Not converted, unlike what was said of one theft: a total adds up thefts of many days, each with a rate of its own.
        // By any one rate it would be a number that its publisher never stated, and be held against the record as theirs.
        {
          name: "amountUsd",
          label: "Amount in US dollars",
          hint: "As published. A total in another money is not converted: its thefts have many days, and no one rate is right for all of them",
          control: { is: "amount" },
        },
        {
          name: "qualifier",
          label: "Qualifier",
          hint: "How they put it: exactly so much, about, over or nearly",
          control: { is: "choice", options: qualifiers },
        },
        {
          name: "publishedOn",
          label: "Published on",
          hint: "A day, month or year",
          control: { is: "date" },
        },
        { name: "source", label: "Source", control: { is: "link" } },
      ],
    },
    {
      id: "scope",
      title: "What it counts",
      fields: [
        { name: "from", label: "From", control: { is: "date", dayOnly: true, anyDay: true } },
        { name: "to", label: "To", control: { is: "date", dayOnly: true, anyDay: true } },
        {
          name: "category",
          label: "Category",
          hint: "Empty for a total over everything",
          optional: true,
          control: { is: "pick", of: "figureCategory" },
        },
        {
          name: "actor",
          label: "Actor",
          hint: "Empty for a total over all",
          optional: true,
          control: { is: "pick", of: "actor" },
        },
        {
          name: "selection",
          label: "Counts otherwise",
          hint: "Where it is not all thefts of its days, category and actor: then no number of ours stands beside it",
          optional: true,
          control: { is: "choice", options: FIGURE_SELECTION_TERMS },
        },
        {
          name: "note",
          label: "Note",
          hint: "How it differs from what we count",
          optional: true,
          emptyAs: "text",
          control: { is: "longText" },
        },
      ],
    },
    {
      id: "standing",
      title: "Status",
      hint: "A retracted figure is listed with the reason, and a duplicate leads to the other; neither is held against the record any longer.",
      revisionsOnly: true,
      fields: [
        {
          name: "retraction",
          label: "Retracted because",
          hint: "Empty while it stands",
          optional: true,
          control: { is: "longText" },
        },
        {
          name: "mergedInto",
          label: "Duplicate of",
          hint: "The figure that says the same, found by its title; its number stands here",
          optional: true,
          control: { is: "pick", of: "figure" },
        },
      ],
    },
  ],
};
