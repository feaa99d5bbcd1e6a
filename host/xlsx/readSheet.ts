/** Reads a sheet part into a sheet of the model. */
import { areaAt, fixedAddress, parseAddress } from '../model/area';
import type { HeaderFooterText, Margins, PageKind } from '../model/pageSetup';
import type { HostSheet } from '../model/sheet';
import { CellReader, type CellContext } from './readCells';
import { colorOf, type ThemeColors } from './colors';
import type { Relationship } from './package';
import { isOff, isOn, prefixed, walkXml, type Attributes } from './xml';

/** What reading a sheet depends on. */
export interface SheetContext extends CellContext {
  readonly theme: ThemeColors;
  readonly relationships: readonly Relationship[];
  /** The bytes of a custom property's part. */
  customProperty(part: string): string;
}

/** Fills a sheet of the model from its part. */
export function readSheet(
  part: string,
  text: string,
  sheet: HostSheet,
  context: SheetContext,
): void {
  const cells = new CellReader(sheet, context);
  const rest = new SheetReader(sheet, context);
  const path: string[] = [];
  walkXml(part, text, {
    open(name, attributes) {
      path.push(name);
      if (path[1] === 'sheetData') {
        if (path.length > 2) cells.open(name, attributes);
      } else rest.open(path, attributes);
    },
    text(piece) {
      if (path[1] === 'sheetData') cells.text(piece);
      else if (path[1] === 'headerFooter') rest.headerFooter(path.at(-1) ?? '', piece);
    },
    close(name) {
      if (path[1] === 'sheetData' && path.length > 2) cells.close(name);
      path.pop();
    },
  });
  sheet.cells.untouch();
}

/** The parts of a sheet other than its cells. */
class SheetReader {
  private fits = false;

  constructor(
    private readonly sheet: HostSheet,
    private readonly context: SheetContext,
  ) {}

  open(path: readonly string[], attributes: Attributes): void {
    switch (path.slice(1).join('/')) {
      case 'sheetPr/tabColor':
        this.tabColor(attributes);
        break;
      case 'sheetPr/pageSetUpPr':
        this.fits = isOn(attributes['fitToPage']);
        break;
      case 'sheetViews/sheetView':
        this.sheet.showGridlines = !isOff(attributes['showGridLines']);
        this.sheet.showHeadings = !isOff(attributes['showRowColHeaders']);
        break;
      case 'sheetViews/sheetView/pane':
        this.pane(attributes);
        break;
      case 'cols/col':
        this.columns(attributes);
        break;
      case 'mergeCells/mergeCell':
        this.sheet.merges.push(areaAt(attributes['ref'] ?? 'A1'));
        break;
      case 'hyperlinks/hyperlink':
        this.hyperlink(attributes);
        break;
      case 'sheetProtection':
        this.sheet.protection = { protected: isOn(attributes['sheet']), password: '', options: {} };
        break;
      case 'autoFilter':
        this.sheet.filter = parseAddress(attributes['ref'] ?? '')?.area;
        break;
      case 'customProperties/customPr':
        this.customProperty(attributes);
        break;
      default:
        this.print(path.slice(1).join('/'), attributes);
    }
  }

  private print(path: string, attributes: Attributes): void {
    const { page } = this.sheet;
    if (path === 'pageMargins') {
      for (const side of Object.keys(page.margins) as (keyof Margins)[]) {
        page.margins[side] = Number(attributes[side] ?? page.margins[side]);
      }
    } else if (path === 'pageSetup') this.pageSetup(attributes);
    else if (path === 'printOptions') {
      page.centerHorizontally = isOn(attributes['horizontalCentered']);
      page.centerVertically = isOn(attributes['verticalCentered']);
      page.printGridlines = isOn(attributes['gridLines']);
      page.printHeadings = isOn(attributes['headings']);
    } else if (path === 'headerFooter') {
      page.differentFirst = isOn(attributes['differentFirst']);
      page.differentOddEven = isOn(attributes['differentOddEven']);
    }
  }

  private pageSetup(attributes: Attributes): void {
    const { page } = this.sheet;
    const { orientation, paperSize, scale, fitToWidth, fitToHeight } = attributes;
    if (orientation === 'landscape') page.orientation = 'landscape';
    if (paperSize !== undefined) page.paper = Number(paperSize);
    if (scale !== undefined) page.scale = Number(scale);
    if (this.fits) {
      page.fitWide = Number(fitToWidth ?? 1);
      page.fitTall = Number(fitToHeight ?? 1);
    }
    page.blackAndWhite = isOn(attributes['blackAndWhite']);
    page.draft = isOn(attributes['draft']);
    page.downThenOver = attributes['pageOrder'] !== 'overThenDown';
    if (isOn(attributes['useFirstPageNumber'])) {
      page.firstPage = Number(attributes['firstPageNumber'] ?? 1);
    }
  }

  /** The text of one header or footer: its parts start with &L, &C and &R [doc: ECMA-376 headerFooter]. */
  headerFooter(name: string, text: string): void {
    const known = /^(odd|even|first)(Header|Footer)$/.exec(name);
    if (known === null) return;
    const place = this.sheet.page.text[known[1] as PageKind];
    const parts = known[2] === 'Header' ? place.header : place.footer;
    Object.assign(parts, splitHeaderFooter(text));
  }

  private tabColor(attributes: Attributes): void {
    const node = {
      name: 'tabColor',
      attributes,
      children: [],
      text: '',
      start: 0,
      openEnd: 0,
      closeStart: 0,
      end: 0,
    };
    this.sheet.tabColor = colorOf(node, this.context.theme) ?? '';
  }

  private pane(attributes: Attributes): void {
    if (!/^frozen/.test(attributes['state'] ?? '')) return;
    const rows = Number(attributes['ySplit'] ?? 0);
    this.sheet.frozen = { rows, columns: Number(attributes['xSplit'] ?? 0) };
  }

  private columns({ min, max, width, hidden, style }: Attributes): void {
    const last = Math.min(Number(max ?? 0), 16_384) - 1;
    for (let column = Number(min ?? 1) - 1; column <= last; column += 1) {
      if (width !== undefined) this.sheet.columnWidths.set(column, Number(width));
      if (isOn(hidden)) this.sheet.hiddenColumns.add(column);
      if (style !== undefined && style !== '0') {
        this.sheet.columnStyles.set(column, Number(style));
      }
    }
  }

  private hyperlink(attributes: Attributes): void {
    const at = parseAddress(attributes['ref'] ?? '');
    if (at === undefined) return;
    const id = prefixed(attributes, 'id');
    const target = this.context.relationships.find((item) => item.id === id);
    const { location, tooltip } = attributes;
    this.sheet.hyperlinks.set(
      fixedAddress({ ...at.area, rows: 1, columns: 1 }).replaceAll('$', ''),
      {
        ...(target === undefined ? {} : { address: target.target }),
        ...(location === undefined ? {} : { documentReference: location }),
        ...(tooltip === undefined ? {} : { screenTip: tooltip }),
      },
    );
  }

  private customProperty(attributes: Attributes): void {
    const id = prefixed(attributes, 'id');
    const target = this.context.relationships.find((item) => item.id === id);
    const name = attributes['name'];
    if (target === undefined || name === undefined) return;
    this.sheet.customProperties.set(name, this.context.customProperty(target.target));
  }
}

/** Text before the first mark belongs to the middle. */
function splitHeaderFooter(text: string): HeaderFooterText {
  const parts = { left: '', center: '', right: '' };
  let place: keyof HeaderFooterText = 'center';
  for (const piece of text.split(/(&[LCR])/)) {
    if (piece === '&L') place = 'left';
    else if (piece === '&C') place = 'center';
    else if (piece === '&R') place = 'right';
    else parts[place] += piece;
  }
  return parts;
}
