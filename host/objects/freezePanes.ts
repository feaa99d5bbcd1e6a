/** WorksheetFreezePanes. */
import { area, type Area } from '../model/area';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostObject } from '../protocol/hostObject';
import { integer } from './args';
import { addressOf } from './addressOf';
import type { ApiScope } from './scope';

export class FreezePanesObject extends HostObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
  ) {
    super();
  }

  FreezeRows(count: unknown): void {
    this.sheet.frozen = { rows: counted(count), columns: 0 };
  }

  FreezeColumns(count: unknown): void {
    this.sheet.frozen = { rows: 0, columns: counted(count) };
  }

  /** Freezes the rows and columns of a range that starts at the first cell; null unfreezes [doc: WorksheetFreezePanes.freezeAt]. */
  FreezeAt(range: unknown): void {
    if (range === null) {
      this.Unfreeze();
      return;
    }
    const { row, column, rows, columns } = addressOf(range, this.sheet);
    this.sheet.frozen = { rows: row + rows, columns: column + columns };
  }

  Unfreeze(): void {
    this.sheet.frozen = { rows: 0, columns: 0 };
  }

  GetLocation(): HostObject {
    const found = this.GetLocationOrNullObject();
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  /** The frozen cells; null where nothing is frozen [doc: WorksheetFreezePanes.getLocationOrNullObject]. */
  GetLocationOrNullObject(): HostObject | null {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    return this.scope.make.range(this.sheet, frozenArea(rows, columns));
  }
}

function frozenArea(rows: number, columns: number): Area {
  if (columns === 0) return area(0, 0, rows, 16_384);
  return rows === 0 ? area(0, 0, 1_048_576, columns) : area(0, 0, rows, columns);
}

/** Zero unfreezes [doc: WorksheetFreezePanes.freezeRows]; no count is one row or column [unverified]. */
function counted(count: unknown): number {
  const wanted = integer(count, 1);
  if (wanted < 0) throw new Refusal('InvalidArgument');
  return wanted;
}
