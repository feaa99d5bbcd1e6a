/** How a sheet prints. */
import type { Area } from './area';

/** The three parts of one header or footer, with Excel's & codes. */
export interface HeaderFooterText {
  left: string;
  center: string;
  right: string;
}

/** The headers and footers of one kind of page. */
export interface PageText {
  header: HeaderFooterText;
  footer: HeaderFooterText;
}

export type PageKind = 'odd' | 'even' | 'first';

/** Margins in inches, as a workbook file holds them. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
  header: number;
  footer: number;
}

/** The print settings of a sheet. */
export interface PageSetup {
  orientation: 'portrait' | 'landscape';
  /** The paper code of the file format: 1 Letter, 5 Legal, 9 A4; undefined is the printer's own. */
  paper: number | undefined;
  /** Percent; used where neither fitWide nor fitTall is set. */
  scale: number;
  /** Pages across, 0 for as many as needed; undefined where the sheet is not fitted. */
  fitWide: number | undefined;
  /** Pages down, 0 for as many as needed; undefined where the sheet is not fitted. */
  fitTall: number | undefined;
  margins: Margins;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draft: boolean;
  downThenOver: boolean;
  firstPage: number | undefined;
  text: Record<PageKind, PageText>;
  differentFirst: boolean;
  differentOddEven: boolean;
  printArea: Area | undefined;
  titleRows: Area | undefined;
  titleColumns: Area | undefined;
}

function noText(): PageText {
  return {
    header: { left: '', center: '', right: '' },
    footer: { left: '', center: '', right: '' },
  };
}

/** The settings of a new sheet, with Excel's normal margins [doc: page margins in Excel]. */
export function newPageSetup(): PageSetup {
  return {
    orientation: 'portrait',
    paper: undefined,
    scale: 100,
    fitWide: undefined,
    fitTall: undefined,
    margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draft: false,
    downThenOver: true,
    firstPage: undefined,
    text: { odd: noText(), even: noText(), first: noText() },
    differentFirst: false,
    differentOddEven: false,
    printArea: undefined,
    titleRows: undefined,
    titleColumns: undefined,
  };
}
