/** NamedItem and NamedItemCollection. */
import { areaAddress, fixedAddress, parseAddress, sheetPrefix, type Address } from '../model/area';
import { CellError } from '../model/cell';
import { Refusal } from '../model/refusal';
import { nameFault } from '../model/rules';
import type { HostSheet } from '../model/sheet';
import type { HostName } from '../model/workbook';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { flag, optionalText, text } from './args';
import { RangeShape } from './rangeShape';
import type { ApiScope } from './scope';

class NamedItemObject extends HostObject {
  readonly className = 'NamedItem';

  constructor(
    private readonly scope: ApiScope,
    private readonly item: HostName,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: string } {
    return { _Id: this.item.name };
  }

  get Name(): string {
    return this.item.name;
  }

  get Formula(): string {
    return this.item.formula;
  }

  set Formula(value: unknown) {
    const formula = text(value);
    this.item.formula = formula.startsWith('=') ? formula : `=${formula}`;
    this.scope.workbook.calc.everythingChanged();
  }

  get Type(): string {
    if (this.place() !== undefined) return 'Range';
    const value = this.constant();
    if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
    return typeof value === 'boolean' ? 'Boolean' : value instanceof CellError ? 'Error' : 'String';
  }

  /** The address of a range, or the constant [doc: NamedItem.value]. */
  get Value(): string | number | boolean {
    const place = this.place();
    if (place !== undefined) {
      const sheet = place.sheet === undefined ? '' : sheetPrefix(place.sheet);
      return `${sheet}${areaAddress(place.area)}`;
    }
    const value = this.constant();
    return value instanceof CellError ? value.code : value;
  }

  get Visible(): boolean {
    return this.item.visible;
  }

  set Visible(value: unknown) {
    this.item.visible = flag(value);
  }

  get Comment(): string {
    return this.item.comment;
  }

  set Comment(value: unknown) {
    this.item.comment = text(value);
  }

  get Scope(): string {
    return this.item.scope === undefined ? 'Workbook' : 'Worksheet';
  }

  get Worksheet(): HostObject {
    if (this.item.scope === undefined) throw new Refusal('ItemNotFound');
    return this.scope.make.worksheet(this.item.scope);
  }

  get WorksheetOrNullObject(): HostObject | null {
    return this.item.scope === undefined ? null : this.scope.make.worksheet(this.item.scope);
  }

  GetRange(): HostObject {
    const found = this.GetRangeOrNullObject();
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetRangeOrNullObject(): HostObject | null {
    const place = this.place();
    const { workbook } = this.scope;
    const sheet = place?.sheet === undefined ? this.item.scope : workbook.sheetNamed(place.sheet);
    if (place === undefined || sheet === undefined) return null;
    return this.scope.make.range(sheet, place.area);
  }

  Delete(): void {
    const { names, calc } = this.scope.workbook;
    const at = names.indexOf(this.item);
    if (at < 0) throw new Refusal('ItemNotFound');
    names.splice(at, 1);
    calc.everythingChanged();
  }

  private place(): Address | undefined {
    return parseAddress(this.item.formula.replace(/^=/, ''));
  }

  private constant(): string | number | boolean | CellError {
    const body = this.item.formula.replace(/^=/, '');
    const quoted = /^"(.*)"$/s.exec(body)?.[1];
    if (quoted !== undefined) return quoted.replaceAll('""', '"');
    if (/^(true|false)$/i.test(body)) return /^true$/i.test(body);
    const error = body.includes('#REF!') ? CellError.of('#REF!') : CellError.named(body);
    return error ?? (Number.isFinite(Number(body)) ? Number(body) : body);
  }
}

/** The names of the workbook, or of one sheet. */
export class NamesObject extends HostCollection {
  readonly className = 'NamedItemCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet | undefined,
  ) {
    super();
  }

  items(): readonly NamedItemObject[] {
    return this.own().map((item) => new NamedItemObject(this.scope, item));
  }

  getItem(name: unknown): NamedItemObject {
    const found = this.GetItemOrNullObject(name);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(name: unknown): NamedItemObject | null {
    const wanted = text(name).toLowerCase();
    const found = this.own().find((item) => item.name.toLowerCase() === wanted);
    return found === undefined ? null : new NamedItemObject(this.scope, found);
  }

  /** A reference is a range or a formula [doc: NamedItemCollection.add]. */
  Add(name: unknown, reference: unknown, comment: unknown): NamedItemObject {
    const wanted = text(name);
    if (nameFault(wanted) !== undefined) throw new Refusal('InvalidArgument', nameFault(wanted));
    if (this.GetItemOrNullObject(wanted) !== null) throw new Refusal('ItemAlreadyExists');
    const formula =
      reference instanceof RangeShape
        ? `=${sheetPrefix(reference.sheet.name)}${fixedAddress(reference.area)}`
        : text(reference);
    const item: HostName = {
      name: wanted,
      formula: formula.startsWith('=') ? formula : `="${formula.replaceAll('"', '""')}"`,
      scope: this.sheet,
      visible: true,
      comment: optionalText(comment),
    };
    this.scope.workbook.names.push(item);
    this.scope.workbook.calc.everythingChanged();
    return new NamedItemObject(this.scope, item);
  }

  GetCount(): number {
    return this.own().length;
  }

  private own(): HostName[] {
    return this.scope.workbook.names.filter((item) => item.scope === this.sheet);
  }
}
