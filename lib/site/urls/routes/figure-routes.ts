import { MARK_PARAMETERS, readMark, writeMark } from "@/lib/site/exports/byte-order-mark";
import { joinedQueries, readApart, requiredByFilters, route } from "@/lib/site/urls/route";
import {
  type FiguresView,
  readFigureFile,
  readFigures,
  writeFigures,
} from "@/lib/statistics/figures/figures-view";

/** The list as a file, which may begin with a byte-order mark. */
export type FiguresFileView = Omit<FiguresView, "page"> & { isMarked: boolean };

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
  figuresFile: route<FiguresFileView>({
    folder: "figures-file",
    pattern: /^\/figures\.csv$/,
    answer: "file",
    read(_, query) {
      const read = readApart(query, MARK_PARAMETERS, (own) => readMark("csv", own), readFigureFile);
      if (!read.ok) return read;
      const [view, isMarked] = read.value;
      return { ok: true, value: { ...view, isMarked } };
    },
    write: ({ isMarked, ...view }) => ({
      query: joinedQueries(writeFigures({ ...view, page: 1 }), writeMark("csv", isMarked)),
    }),
    path: () => "/figures.csv",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
};
