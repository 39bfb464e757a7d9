import { requiredByFilters, route } from "@/lib/site/urls/route";
import {
  type FiguresView,
  readFigureFile,
  readFigures,
  writeFigures,
} from "@/lib/statistics/figures/figures-view";

/** Totals that other publishers have put forward: all of them, as a page and as a file. */
export const figureRoutes = {
  figures: route<FiguresView>({
    folder: "figures",
    pattern: /^\/figures$/,
    answer: "page",
    read: (_, query) => readFigures(query),
    write: (view) => ({ query: writeFigures(view) }),
    path: () => "/figures",
    requires: ({ filters, page }) => [
      ...requiredByFilters(filters),
      ...(page === 1 ? [] : [{ kind: "page", page, figures: filters } as const]),
    ],
  }),
  figuresFile: route<Omit<FiguresView, "page">>({
    folder: "figures-file",
    pattern: /^\/figures\.csv$/,
    answer: "file",
    read: (_, query) => readFigureFile(query),
    write: (view) => ({ query: writeFigures({ ...view, page: 1 }) }),
    path: () => "/figures.csv",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
};
