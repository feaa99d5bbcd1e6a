/** AutoFilter of a sheet, as far as the add-in looks at it or takes it away; setting criteria is left out. */
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostObject } from '../protocol/hostObject';
import { addressOf } from './addressOf';
import type { ApiScope } from './scope';

export class AutoFilterObject extends HostObject {
  readonly className = 'AutoFilter';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
  ) {
    super();
  }

  get Enabled(): boolean {
    return this.sheet.filter !== undefined;
  }

  get IsDataFiltered(): boolean {
    const { filter, hiddenRows } = this.sheet;
    if (filter === undefined) return false;
    return [...hiddenRows].some((row) => row >= filter.row && row < filter.row + filter.rows);
  }

  GetRangeOrNullObject(): HostObject | null {
    const { filter } = this.sheet;
    return filter === undefined ? null : this.scope.make.range(this.sheet, filter);
  }

  GetRange(): HostObject {
    const found = this.GetRangeOrNullObject();
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  /** Filters an area without criteria: every row stays in view. */
  Apply(range: unknown, columnIndex: unknown): void {
    if (columnIndex !== null && columnIndex !== undefined) {
      throw new Refusal('ApiNotFound', 'The host does not filter by criteria.');
    }
    this.sheet.filter = addressOf(range, this.sheet);
  }

  ClearCriteria(): void {
    const { filter } = this.sheet;
    if (filter === undefined) return;
    for (const row of [...this.sheet.hiddenRows]) {
      if (row >= filter.row && row < filter.row + filter.rows) this.sheet.hiddenRows.delete(row);
    }
  }

  Remove(): void {
    this.ClearCriteria();
    this.sheet.filter = undefined;
  }
}
