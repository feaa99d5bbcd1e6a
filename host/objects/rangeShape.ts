/** The members of Range that lead to other cells. */
import {
  area,
  bounds,
  COLUMNS_MAX,
  intersection,
  onSheet,
  parseAddress,
  ROWS_MAX,
  type Area,
} from '../model/area';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostObject } from '../protocol/hostObject';
import { flag, integer, text } from './args';
import type { ApiScope } from './scope';

/** Cells of a sheet, and the ways from them to others. */
export abstract class RangeShape extends HostObject {
  readonly className = 'Range';

  constructor(
    protected readonly scope: ApiScope,
    private readonly ownSheet: HostSheet,
    readonly area: Area,
  ) {
    super();
    if (!onSheet(area)) throw new Refusal('InvalidArgument');
  }

  /** The sheet; a range of a deleted sheet is no valid reference any more. */
  get sheet(): HostSheet {
    if (!this.scope.workbook.sheets.includes(this.ownSheet)) throw new Refusal('InvalidReference');
    return this.ownSheet;
  }

  get Worksheet(): HostObject {
    return this.scope.make.worksheet(this.sheet);
  }

  /** The cell at a place counted from the first cell; it may lie outside the range [doc: Range.getCell]. */
  GetCell(row: unknown, column: unknown): HostObject {
    return this.at(area(this.area.row + integer(row), this.area.column + integer(column)));
  }

  GetRow(row: unknown): HostObject {
    return this.at({ ...this.area, row: this.area.row + integer(row), rows: 1 });
  }

  GetColumn(column: unknown): HostObject {
    return this.at({ ...this.area, column: this.area.column + integer(column), columns: 1 });
  }

  GetLastRow(): HostObject {
    return this.GetRow(this.area.rows - 1);
  }

  GetLastColumn(): HostObject {
    return this.GetColumn(this.area.columns - 1);
  }

  GetLastCell(): HostObject {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }

  GetOffsetRange(rows: unknown, columns: unknown): HostObject {
    const row = this.area.row + integer(rows);
    return this.at({ ...this.area, row, column: this.area.column + integer(columns) });
  }

  GetResizedRange(rows: unknown, columns: unknown): HostObject {
    return this.GetAbsoluteResizedRange(
      this.area.rows + integer(rows),
      this.area.columns + integer(columns),
    );
  }

  GetAbsoluteResizedRange(rows: unknown, columns: unknown): HostObject {
    return this.at({ ...this.area, rows: integer(rows), columns: integer(columns) });
  }

  GetEntireColumn(): HostObject {
    return this.at({ ...this.area, row: 0, rows: ROWS_MAX });
  }

  GetEntireRow(): HostObject {
    return this.at({ ...this.area, column: 0, columns: COLUMNS_MAX });
  }

  GetRowsAbove(count: unknown): HostObject {
    return this.GetRowsBelow(-integer(count, 1));
  }

  GetRowsBelow(count: unknown): HostObject {
    const rows = integer(count, 1);
    const row = rows > 0 ? this.area.row + this.area.rows : this.area.row + rows;
    return this.at({ ...this.area, row, rows: Math.abs(rows) });
  }

  GetColumnsBefore(count: unknown): HostObject {
    return this.GetColumnsAfter(-integer(count, 1));
  }

  GetColumnsAfter(count: unknown): HostObject {
    const columns = integer(count, 1);
    const column = columns > 0 ? this.area.column + this.area.columns : this.area.column + columns;
    return this.at({ ...this.area, column, columns: Math.abs(columns) });
  }

  GetBoundingRect(other: unknown): HostObject {
    return this.at(bounds(this.area, this.otherArea(other)));
  }

  GetIntersection(other: unknown): HostObject {
    const shared = this.GetIntersectionOrNullObject(other);
    if (shared === null) throw new Refusal('ItemNotFound');
    return shared;
  }

  GetIntersectionOrNullObject(other: unknown): HostObject | null {
    const shared = intersection(this.area, this.otherArea(other));
    return shared === undefined ? null : this.at(shared);
  }

  GetUsedRangeOrNullObject(valuesOnly: unknown): HostObject | null {
    this.scope.workbook.settle();
    const used = this.sheet.cells.used(flag(valuesOnly, false));
    const inside = used && intersection(used, this.area);
    return inside === undefined ? null : this.at(inside);
  }

  GetUsedRange(valuesOnly: unknown): HostObject {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    if (used === null) throw new Refusal('ItemNotFound');
    return used;
  }

  /** The cells that the array of a single cell fills, its own among them. */
  GetSpillingToRangeOrNullObject(): HostObject | null {
    this.scope.workbook.settle();
    const spill = this.sheet.arrays.get(`${this.area.row},${this.area.column}`);
    return spill === undefined || this.area.rows * this.area.columns > 1 ? null : this.at(spill);
  }

  protected at(place: Area): HostObject {
    return this.scope.make.range(this.sheet, place);
  }

  protected overlaps(other: Area): boolean {
    return intersection(this.area, other) !== undefined;
  }

  private otherArea(other: unknown): Area {
    if (other instanceof RangeShape) {
      if (other.sheet !== this.sheet) throw new Refusal('InvalidArgument');
      return other.area;
    }
    const address = parseAddress(text(other));
    if (address === undefined) throw new Refusal('InvalidArgument');
    return address.area;
  }
}
