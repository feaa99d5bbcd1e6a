/** The columns and rows of a table. */
import { type Area } from '../model/area';
import { Refusal } from '../model/refusal';
import type { HostTable } from '../model/table';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { integer, text } from './args';
import { clearCells, requireUnlocked, writeCells } from '../model/edits';
import type { ApiScope } from './scope';

class TableColumnObject extends HostObject {
  readonly className = 'TableColumn';

  constructor(
    private readonly scope: ApiScope,
    private readonly table: HostTable,
    private readonly index: number,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: number } {
    return { Id: this.Id };
  }

  /** Ids of columns count from 1 [unverified: they are kept when columns move]. */
  get Id(): number {
    return this.index + 1;
  }

  get Index(): number {
    return this.index;
  }

  get Name(): string {
    return this.table.columns[this.index] ?? '';
  }

  set Name(value: unknown) {
    const header = this.table.headerArea;
    if (header === undefined) throw new Refusal('InvalidOperation');
    const cell = this.columnOf(header);
    writeCells(this.scope.workbook, this.table.sheet, cell, text(value));
  }

  GetRange(): HostObject {
    return this.range(this.table.area);
  }

  GetHeaderRowRange(): HostObject {
    return this.range(this.table.headerArea);
  }

  GetDataBodyRange(): HostObject {
    return this.range(this.table.bodyArea);
  }

  GetTotalRowRange(): HostObject {
    return this.range(this.table.totalsArea);
  }

  /** The last column goes with its cells; others are not taken out, which would move cells. */
  Delete(): void {
    const { table, scope } = this;
    if (this.index === 0 || this.index !== table.area.columns - 1) {
      throw new Refusal('ApiNotFound', 'The host deletes only the last column of a table.');
    }
    const own = this.columnOf(table.area);
    requireUnlocked(table.sheet, own);
    table.area = { ...table.area, columns: this.index };
    table.columns = table.columns.slice(0, this.index);
    clearCells(scope.workbook, table.sheet, own, 'All');
  }

  private columnOf(at: Area): Area {
    return { ...at, column: at.column + this.index, columns: 1 };
  }

  private range(at: Area | undefined): HostObject {
    if (at === undefined) throw new Refusal('ItemNotFound');
    return this.scope.make.range(this.table.sheet, this.columnOf(at));
  }
}

export class TableColumnsObject extends HostCollection {
  readonly className = 'TableColumnCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly table: HostTable,
  ) {
    super();
  }

  items(): readonly TableColumnObject[] {
    return this.table.columns.map(
      (_, index) => new TableColumnObject(this.scope, this.table, index),
    );
  }

  /** By name or id. */
  getItem(key: unknown): TableColumnObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(key: unknown): TableColumnObject | null {
    const index = typeof key === 'number' ? key - 1 : this.table.columnNumber(text(key));
    return this.items()[index] ?? null;
  }

  GetItemAt(index: unknown): TableColumnObject {
    const found = this.items()[integer(index)];
    if (found === undefined) throw new Refusal('InvalidArgument');
    return found;
  }

  get Count(): number {
    return this.table.area.columns;
  }

  GetCount(): number {
    return this.table.area.columns;
  }

  /** Adds a column on the right, where nothing stands beside the table; its values begin with the header. */
  Add(index: unknown, values: unknown): TableColumnObject {
    const { table } = this;
    const { area, sheet } = table;
    const isLast = index === null || index === undefined || integer(index) === area.columns;
    const added: Area = { ...area, column: area.column + area.columns, columns: 1 };
    const isFree = sheet.cells.matrix(added).every((row) => row.every((cell) => cell === ''));
    if (!isLast || !isFree) {
      throw new Refusal('ApiNotFound', 'The host adds columns only on the right of a table.');
    }
    requireUnlocked(sheet, added);
    table.area = { ...area, columns: area.columns + 1 };
    if (Array.isArray(values)) writeCells(this.scope.workbook, sheet, added, values);
    table.readHeaders();
    return new TableColumnObject(this.scope, table, area.columns);
  }
}

class TableRowObject extends HostObject {
  readonly className = 'TableRow';

  constructor(
    private readonly scope: ApiScope,
    private readonly table: HostTable,
    private readonly index: number,
  ) {
    super();
  }

  get Index(): number {
    return this.index;
  }

  get Values(): unknown {
    const { sheet } = this.table;
    return sheet.cells.matrix(this.area()).map((row) => row.map(plainValue));
  }

  set Values(value: unknown) {
    writeCells(this.scope.workbook, this.table.sheet, this.area(), value);
  }

  GetRange(): HostObject {
    return this.scope.make.range(this.table.sheet, this.area());
  }

  private area(): Area {
    const body = this.table.bodyArea;
    return { ...body, row: body.row + this.index, rows: 1 };
  }
}

function plainValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'code' in value ? value.code : value;
}

export class TableRowsObject extends HostCollection {
  readonly className = 'TableRowCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly table: HostTable,
  ) {
    super();
  }

  items(): readonly TableRowObject[] {
    return Array.from(
      { length: this.Count },
      (_, index) => new TableRowObject(this.scope, this.table, index),
    );
  }

  getItem(): never {
    throw new Refusal('ApiNotFound', 'Rows of a table have no key.');
  }

  GetItemAt(index: unknown): TableRowObject {
    const found = this.items()[integer(index)];
    if (found === undefined) throw new Refusal('InvalidArgument');
    return found;
  }

  get Count(): number {
    return this.table.bodyArea.rows;
  }

  GetCount(): number {
    return this.Count;
  }

  /** Adds rows at the end, where nothing stands below the table; rows are not inserted elsewhere. */
  Add(index: unknown, values: unknown): TableRowObject {
    const { table } = this;
    const at = index === null || index === undefined ? -1 : integer(index);
    if ((at !== -1 && at !== this.Count) || table.showTotals) {
      throw new Refusal('ApiNotFound', 'The host adds rows only at the end of a table.');
    }
    const rows: unknown[] = Array.isArray(values) ? values : [];
    const first = this.Count;
    const { area } = table;
    const added: Area = { ...area, row: area.row + area.rows, rows: Math.max(rows.length, 1) };
    requireUnlocked(table.sheet, added);
    table.area = { ...area, rows: area.rows + added.rows };
    if (rows.length > 0) writeCells(this.scope.workbook, table.sheet, added, rows);
    return new TableRowObject(this.scope, table, first);
  }
}
