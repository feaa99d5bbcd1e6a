/** Why a file is not opened, in a sentence that a user can read. */
export class WorkbookRefused extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'WorkbookRefused';
  }
}
