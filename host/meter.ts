/** Counts what passes between the add-in and the host. */

/** Cells that the add-in has asked for. */
export interface ReadNote {
  readonly sheet: string;
  /** Such as "C2:C501". */
  readonly address: string;
  /** The member that was read, such as "values". */
  readonly member: string;
}

/** Sizes are bytes of JSON in UTF-8; cells are those of the ranges that were named. */
export class Meter {
  requests = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  largestResponse = 0;
  cellsWritten = 0;
  cellsRead = 0;
  calculationSuspended = 0;
  screenSuspended = 0;
  readonly reads: ReadNote[] = [];

  request(bytes: number): void {
    this.requests += 1;
    this.requestBytes += bytes;
    this.largestRequest = Math.max(this.largestRequest, bytes);
  }

  response(bytes: number): void {
    this.responseBytes += bytes;
    this.largestResponse = Math.max(this.largestResponse, bytes);
  }

  read(note: ReadNote, cells: number): void {
    this.reads.push(note);
    this.cellsRead += cells;
  }

  /** Starts counting from nothing. */
  reset(): void {
    Object.assign(this, new Meter(), { reads: this.reads });
    this.reads.length = 0;
  }
}
