/** WorksheetProtection and WorkbookProtection. */
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import type { HostWorkbook } from '../model/workbook';
import { HostObject } from '../protocol/hostObject';
import { optionalText, record } from './args';

export class SheetProtectionObject extends HostObject {
  readonly className = 'WorksheetProtection';

  constructor(private readonly sheet: HostSheet) {
    super();
  }

  get Protected(): boolean {
    return this.sheet.protection.protected;
  }

  get Options(): unknown {
    return this.Protected ? this.sheet.protection.options : null;
  }

  /** A sheet that is protected already is not protected again [doc: WorksheetProtection.protect]. */
  Protect(options: unknown, password: unknown): void {
    if (this.Protected) throw new Refusal('AccessDenied');
    this.sheet.protection = {
      protected: true,
      password: optionalText(password),
      options: options === null || options === undefined ? {} : { ...record(options) },
    };
  }

  Unprotect(password: unknown): void {
    const { protection } = this.sheet;
    if (protection.protected && protection.password !== optionalText(password)) {
      throw new Refusal('BadPassword');
    }
    this.sheet.protection = { protected: false, password: '', options: {} };
  }
}

export class WorkbookProtectionObject extends HostObject {
  readonly className = 'WorkbookProtection';

  constructor(private readonly workbook: HostWorkbook) {
    super();
  }

  get Protected(): boolean {
    return this.workbook.structureProtected;
  }

  Protect(): void {
    this.workbook.structureProtected = true;
  }

  Unprotect(): void {
    this.workbook.structureProtected = false;
  }
}
