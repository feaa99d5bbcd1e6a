/** The workbook that is open, the Excel that the add-in talks to, and word of every change. */
import type { WindowConnection } from '../../host/browser';
import {
  ExcelHost,
  openWorkbook,
  type Area,
  type HostSheet,
  type HostWorkbook,
} from '../../host/index';
import { area } from '../../host/model/area';

/** Milliseconds between two drawings while an add-in writes: each costs a look at the whole sheet. */
const PAUSE = 60;

/** Tells its listeners that something changed: not more often than it can be drawn. */
class Changes {
  version = 0;
  private readonly listeners = new Set<() => void>();
  private timer: number | undefined;
  private told = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Notes a change that an add-in made. */
  note(): void {
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.told + PAUSE - performance.now());
    this.timer = window.setTimeout(() => {
      this.tell();
    }, wait);
  }

  /** Tells at once, for what the user did. */
  tell(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.version += 1;
    for (const listener of this.listeners) listener();
    this.told = performance.now();
  }
}

/** Excel, which also says when it has answered: widths, colours and names change without an event. */
class TellingHost extends ExcelHost {
  constructor(
    workbook: HostWorkbook,
    private readonly answered: () => void,
  ) {
    super(workbook);
  }

  override async request(...asked: Parameters<ExcelHost['request']>): Promise<string> {
    const answer = await super.request(...asked);
    this.answered();
    return answer;
  }
}

let opened = 0;

/** One workbook from its opening until another is opened. */
export class Session {
  /** Counts the workbooks opened. */
  readonly number = (opened += 1);
  readonly changes = new Changes();
  readonly host: ExcelHost;
  /** The task pane's, while there is one. */
  connection: WindowConnection | undefined;
  private readonly selections = new Map<HostSheet, Area>();

  constructor(
    readonly workbook: HostWorkbook,
    name: string,
  ) {
    workbook.name = name;
    this.host = new TellingHost(workbook, () => {
      this.changes.note();
    });
    workbook.watch((event) => {
      if (event.kind === 'selection') this.selections.set(event.sheet, event.area);
      this.changes.note();
    });
  }

  /** Does what the user asked for, and shows it at once. */
  act(work: () => void): void {
    work();
    this.changes.tell();
  }

  /** Brings a sheet to the front, with what was selected on it. */
  openSheet(sheet: HostSheet): void {
    this.act(() => {
      this.workbook.select(sheet, this.selections.get(sheet) ?? area(0, 0));
    });
  }

  close(): void {
    this.connection?.disconnect();
    this.host.close();
  }
}

/** Opens the bytes of an .xlsx file; throws WorkbookRefused where that cannot be done. */
export function openSession(bytes: Uint8Array, name: string): Session {
  return new Session(openWorkbook(bytes), name);
}
