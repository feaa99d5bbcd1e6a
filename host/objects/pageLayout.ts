/** PageLayout: how a sheet prints. */
import { COLUMNS_MAX, ROWS_MAX } from '../model/area';
import type { HeaderFooterText, Margins, PageKind, PageSetup } from '../model/pageSetup';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostObject } from '../protocol/hostObject';
import { addressOf } from './addressOf';
import { choice, flag, integer, number, record, text } from './args';
import type { ApiScope } from './scope';

/** Paper names of the API and their codes in the file [doc: Excel.PaperType; ECMA-376 pageSetup]. */
const PAPERS: readonly (readonly [string, number])[] = [
  ['Letter', 1],
  ['Tabloid', 3],
  ['Legal', 5],
  ['Executive', 7],
  ['A3', 8],
  ['A4', 9],
  ['A5', 11],
];

const ORIENTATIONS = ['Portrait', 'Landscape'] as const;

const POINTS_TO_INCH = 72;

export class PageLayoutObject extends HostObject {
  readonly className = 'PageLayout';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
  ) {
    super();
  }

  private get page(): PageSetup {
    return this.sheet.page;
  }

  get Orientation(): string {
    return this.page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  }

  set Orientation(value: unknown) {
    const landscape = choice(value, ORIENTATIONS) === 'Landscape';
    this.page.orientation = landscape ? 'landscape' : 'portrait';
  }

  get PaperSize(): string | null {
    return PAPERS.find(([, code]) => code === this.page.paper)?.[0] ?? null;
  }

  set PaperSize(value: unknown) {
    const known = PAPERS.find(([name]) => name === value);
    if (known === undefined) throw new Refusal('InvalidArgument');
    this.page.paper = known[1];
  }

  /** Either a scale in percent or pages to fit to [doc: PageLayoutZoomOptions]. */
  get Zoom(): unknown {
    const { fitWide, fitTall, scale } = this.page;
    if (fitWide === undefined && fitTall === undefined) return { scale };
    return {
      ...(fitWide ? { horizontalFitToPages: fitWide } : {}),
      ...(fitTall ? { verticalFitToPages: fitTall } : {}),
    };
  }

  set Zoom(value: unknown) {
    const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = record(value);
    const fits = typeof wide === 'number' || typeof tall === 'number';
    this.page.fitWide = fits ? integer(wide, 0) : undefined;
    this.page.fitTall = fits ? integer(tall, 0) : undefined;
    if (fits) return;
    const percent = integer(scale);
    // [doc: PageLayoutZoomOptions.scale] 10 to 400.
    if (percent < 10 || percent > 400) throw new Refusal('InvalidArgument');
    this.page.scale = percent;
  }

  get CenterHorizontally(): boolean {
    return this.page.centerHorizontally;
  }

  set CenterHorizontally(value: unknown) {
    this.page.centerHorizontally = flag(value);
  }

  get CenterVertically(): boolean {
    return this.page.centerVertically;
  }

  set CenterVertically(value: unknown) {
    this.page.centerVertically = flag(value);
  }

  get PrintGridlines(): boolean {
    return this.page.printGridlines;
  }

  set PrintGridlines(value: unknown) {
    this.page.printGridlines = flag(value);
  }

  get PrintHeadings(): boolean {
    return this.page.printHeadings;
  }

  set PrintHeadings(value: unknown) {
    this.page.printHeadings = flag(value);
  }

  get BlackAndWhite(): boolean {
    return this.page.blackAndWhite;
  }

  set BlackAndWhite(value: unknown) {
    this.page.blackAndWhite = flag(value);
  }

  get DraftMode(): boolean {
    return this.page.draft;
  }

  set DraftMode(value: unknown) {
    this.page.draft = flag(value);
  }

  get FirstPageNumber(): number | string {
    return this.page.firstPage ?? '';
  }

  set FirstPageNumber(value: unknown) {
    this.page.firstPage = value === '' ? undefined : integer(value);
  }

  get PrintOrder(): string {
    return this.page.downThenOver ? 'DownThenOver' : 'OverThenDown';
  }

  set PrintOrder(value: unknown) {
    this.page.downThenOver = choice(value, ['DownThenOver', 'OverThenDown']) === 'DownThenOver';
  }

  /** Points, as all margins of the API. */
  get LeftMargin(): number {
    return this.margin('left');
  }

  set LeftMargin(value: unknown) {
    this.setMargin('left', value);
  }

  get RightMargin(): number {
    return this.margin('right');
  }

  set RightMargin(value: unknown) {
    this.setMargin('right', value);
  }

  get TopMargin(): number {
    return this.margin('top');
  }

  set TopMargin(value: unknown) {
    this.setMargin('top', value);
  }

  get BottomMargin(): number {
    return this.margin('bottom');
  }

  set BottomMargin(value: unknown) {
    this.setMargin('bottom', value);
  }

  get HeaderMargin(): number {
    return this.margin('header');
  }

  set HeaderMargin(value: unknown) {
    this.setMargin('header', value);
  }

  get FooterMargin(): number {
    return this.margin('footer');
  }

  set FooterMargin(value: unknown) {
    this.setMargin('footer', value);
  }

  get HeadersFooters(): HeadersFootersObject {
    return new HeadersFootersObject(this.page);
  }

  SetPrintArea(range: unknown): void {
    this.page.printArea = addressOf(range, this.sheet);
  }

  GetPrintAreaOrNullObject(): never {
    throw new Refusal('ApiNotFound', 'The host has no RangeAreas.');
  }

  SetPrintTitleRows(range: unknown): void {
    const { row, rows } = addressOf(range, this.sheet);
    this.page.titleRows = { row, rows, column: 0, columns: COLUMNS_MAX };
  }

  GetPrintTitleRowsOrNullObject(): HostObject | null {
    const { titleRows } = this.page;
    return titleRows === undefined ? null : this.scope.make.range(this.sheet, titleRows);
  }

  SetPrintTitleColumns(range: unknown): void {
    const { column, columns } = addressOf(range, this.sheet);
    this.page.titleColumns = { row: 0, rows: ROWS_MAX, column, columns };
  }

  GetPrintTitleColumnsOrNullObject(): HostObject | null {
    const { titleColumns } = this.page;
    return titleColumns === undefined ? null : this.scope.make.range(this.sheet, titleColumns);
  }

  SetPrintMargins(unit: unknown, margins: unknown): void {
    const perInch = { Points: POINTS_TO_INCH, Inches: 1, Centimeters: 2.54 };
    const scale = perInch[choice(unit, ['Points', 'Inches', 'Centimeters'])];
    const given = record(margins);
    for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
      const wanted = given[side];
      if (wanted !== undefined) this.page.margins[side] = number(wanted) / scale;
    }
  }

  private margin(side: keyof Margins): number {
    return this.page.margins[side] * POINTS_TO_INCH;
  }

  private setMargin(side: keyof Margins, value: unknown): void {
    this.page.margins[side] = number(value) / POINTS_TO_INCH;
  }
}

class HeadersFootersObject extends HostObject {
  readonly className = 'HeaderFooterGroup';

  constructor(private readonly page: PageSetup) {
    super();
  }

  get State(): string {
    const { differentFirst, differentOddEven } = this.page;
    if (differentOddEven) return differentFirst ? 'FirstOddAndEven' : 'OddAndEven';
    return differentFirst ? 'FirstAndDefault' : 'Default';
  }

  set State(value: unknown) {
    const states = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;
    const state = choice(value, states);
    this.page.differentFirst = state.startsWith('First');
    this.page.differentOddEven = state.endsWith('Even');
  }

  get DefaultForAllPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.page, 'odd');
  }

  get OddPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.page, 'odd');
  }

  get EvenPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.page, 'even');
  }

  get FirstPage(): HeaderFooterObject {
    return new HeaderFooterObject(this.page, 'first');
  }
}

class HeaderFooterObject extends HostObject {
  readonly className = 'HeaderFooter';
  private readonly header: HeaderFooterText;
  private readonly footer: HeaderFooterText;

  constructor(page: PageSetup, kind: PageKind) {
    super();
    this.header = page.text[kind].header;
    this.footer = page.text[kind].footer;
  }

  get LeftHeader(): string {
    return this.header.left;
  }

  set LeftHeader(value: unknown) {
    this.header.left = text(value);
  }

  get CenterHeader(): string {
    return this.header.center;
  }

  set CenterHeader(value: unknown) {
    this.header.center = text(value);
  }

  get RightHeader(): string {
    return this.header.right;
  }

  set RightHeader(value: unknown) {
    this.header.right = text(value);
  }

  get LeftFooter(): string {
    return this.footer.left;
  }

  set LeftFooter(value: unknown) {
    this.footer.left = text(value);
  }

  get CenterFooter(): string {
    return this.footer.center;
  }

  set CenterFooter(value: unknown) {
    this.footer.center = text(value);
  }

  get RightFooter(): string {
    return this.footer.right;
  }

  set RightFooter(value: unknown) {
    this.footer.right = text(value);
  }
}
