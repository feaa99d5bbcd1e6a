/** What can go wrong between this program and Excel, said so that a person knows what to do. */

/** Excel refused, or cannot do, something the run needs. Nothing that was written is lost. */
export class HostFailure extends Error {
  readonly code: string;
  /** What to do. */
  readonly fix: string;

  constructor(code: string, message: string, fix: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'HostFailure';
    this.code = code;
    this.fix = fix;
  }
}

const known: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  InvalidOperationInCellEditMode: [
    'Excel is waiting for you to finish a cell',
    'Press Enter or Esc in the cell, then press Refresh again.',
  ],
  AccessDenied: [
    'The workbook or a sheet is protected',
    'Unprotect it, or run the report in a copy of the workbook.',
  ],
  RequestPayloadSizeLimitExceeded: [
    'Excel refused a block that is too large',
    'Choose a shorter period, then press Refresh again.',
  ],
  ResponsePayloadSizeLimitExceeded: [
    'Excel could not hand over a block of cells because it is too large',
    'Remove very long texts from the ledger tables, then press Refresh again.',
  ],
  InactiveWorkbook: [
    'Another workbook came to the front',
    'Click back into the workbook, then press Refresh again.',
  ],
  ApiNotFound: [
    'This version of Excel cannot do what the report needs',
    'Update Excel (ExcelApi 1.12 or later is needed).',
  ],
};

/** The code of an error of office.js; empty where it is none. */
export function hostCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Any error of a run as a failure with a sentence; errors of this program stay what they are. */
export function hostFailure(error: unknown): unknown {
  const code = hostCode(error);
  if (code === '' || error instanceof HostFailure) return error;
  const [message, fix] = known[code] ?? [
    `Excel reported ${code}`,
    'Press Refresh again; if it stays, save the workbook and reopen it.',
  ];
  return new HostFailure(code, message, fix, error);
}
