/** The stand-in for Excel: answers the requests of Office.js from a workbook in memory. */
import { eventEntry, messagesOf, selectionEntry } from './events';
import { CustomFunctions } from './functions/customFunctions';
import type { FunctionsMetadata } from './functions/metadata';
import { Meter } from './meter';
import { areaAddress } from './model/area';
import { Refusal, type RefusalCode } from './model/refusal';
import type { HostWorkbook, WorkbookEvent } from './model/workbook';
import { objectMaker } from './objects/maker';
import { RangeObject, READ_CELLS_MAX } from './objects/range';
import type { ApiScope } from './objects/scope';
import {
  AddinInternalServiceObject,
  AppRuntimeObject,
  AppRuntimePersistenceObject,
  CustomFunctionsObject,
} from './objects/services';
import { WorkbookObject } from './objects/workbook';
import { Abandoned, dispatch, errorBody, type DispatchScope } from './protocol/dispatch';
import type { HostObject } from './protocol/hostObject';
import { References } from './protocol/references';
import {
  ACTION_CATEGORY,
  ACTION_MESSAGE,
  isServiceRequest,
  type EventEntry,
  type RequestBody,
  type ResponseBody,
} from './protocol/wire';

export type Platform = 'web' | 'desktop';

export interface HostOptions {
  /** Excel on the web refuses requests and answers of more than 5 MB; default desktop. */
  readonly platform?: Platform;
  /** The file name that the add-in sees. */
  readonly name?: string;
  /** Cells of a range that Excel hands over; above it hands over null. */
  readonly readCellsMax?: number;
}

/**
 * What goes wrong with a request. An error is answered instead of the request, or after so many of its actions;
 * a crash is the pane closed: no answer, then or later.
 */
export type Fault =
  | { readonly code: string; readonly message?: string; readonly afterActions?: number }
  | 'crash'
  | { readonly crashAfterActions: number };

/** Asked for every request, counted from 1; undefined lets it pass. */
export type FaultHook = (requestNumber: number, body: RequestBody) => Fault | undefined;

/** The size of a request or an answer that Excel on the web takes [doc: resource limits], in bytes. */
export const PAYLOAD_MAX_BYTES = 5 * 1024 * 1024;

/** How long custom functions may take, unless the caller says otherwise. */
const FUNCTIONS_LIMIT_MS = 10_000;

/** Events that ranges can still be asked of. */
const EVENT_RANGES_MAX = 1000;

/** The Excel that one add-in talks to. Several hosts may share a workbook, as several users do. */
export class ExcelHost {
  readonly meter = new Meter();
  readonly platform: Platform;
  private readonly readCellsMax: number;
  /** The add-in is to be loaded when the workbook is opened; Excel keeps it with the workbook. */
  startsWithWorkbook = false;
  /** Told when the add-in shows or hides its pane; whoever shows the pane sets it. */
  paneAsked: (isShown: boolean) => void = () => undefined;
  /** Settles when a fault has closed the pane. */
  readonly crashed: Promise<void>;
  private readonly references = new References();
  private readonly subscriptions = new Set<string>();
  private readonly eventRanges = new Map<string, HostObject>();
  private readonly scope: ApiScope;
  private readonly root: HostObject;
  private readonly functions: CustomFunctions;
  private readonly services: ReadonlyMap<string, HostObject>;
  private fault: FaultHook | undefined;
  private deliver: ((entries: readonly EventEntry[]) => void) | undefined;
  private queue: EventEntry[] = [];
  private eventsSent = 0;
  private gone = false;
  private readonly unwatch: () => void;
  private noteCrash: () => void = () => undefined;

  constructor(
    readonly workbook: HostWorkbook,
    options: HostOptions = {},
  ) {
    this.platform = options.platform ?? 'desktop';
    if (options.name !== undefined) workbook.name = options.name;
    this.readCellsMax = options.readCellsMax ?? READ_CELLS_MAX;
    this.crashed = new Promise((resolve) => {
      this.noteCrash = resolve;
    });
    this.scope = this.makeScope();
    this.root = new WorkbookObject(this.scope);
    this.functions = new CustomFunctions({
      workbook,
      blank: this.platform === 'web' ? null : 0,
      push: (entries) => {
        this.deliver?.(entries);
      },
    });
    this.services = new Map<string, HostObject>([
      ['Microsoft.ExcelServices.CustomFunctions', new CustomFunctionsObject(this.functions)],
      [
        'Microsoft.InternalService.AddinInternalService',
        new AddinInternalServiceObject(() => undefined),
      ],
      ['Microsoft.AppRuntime.AppRuntimePersistenceService', new AppRuntimePersistenceObject(this)],
      [
        'Microsoft.AppRuntime.AppRuntimeService',
        new AppRuntimeObject((isShown) => {
          this.paneAsked(isShown);
        }),
      ],
    ]);
    this.unwatch = workbook.watch((event) => {
      this.tell(event);
    });
  }

  /** Sets what goes wrong from now on; undefined for nothing. */
  setFault(hook: FaultHook | undefined): void {
    this.fault = hook;
  }

  /** Where events go; the bridge to Office.js sets it. An add-in that connects anew has no handlers yet. */
  onEvents(deliver: (entries: readonly EventEntry[]) => void): void {
    this.deliver = deliver;
    this.subscriptions.clear();
    this.references.releaseAll();
    this.functions.connected();
  }

  /** Takes in the custom functions of the add-in, as its functions.json has them: cells that call them are calculated from now on. */
  registerFunctions(metadata: FunctionsMetadata, namespace?: string): void {
    this.functions.register(metadata, namespace);
  }

  /** Resolves when every call of a custom function is answered; throws where that takes longer than the limit. */
  async settleFunctions(limitMs = FUNCTIONS_LIMIT_MS): Promise<void> {
    await this.functions.settle(limitMs);
  }

  /** Has every custom function called again, as a full calculation does. */
  recalculateFunctions(): void {
    this.workbook.calc.recalculate();
  }

  /** Runs what the add-in gave to Office.actions.associate, as a keyboard shortcut does: without an event to complete. */
  runAction(name: string, args?: Readonly<Record<string, unknown>>): void {
    const message = JSON.stringify([name, ...(args === undefined ? [] : [JSON.stringify(args)])]);
    this.deliver?.([
      {
        messageCategory: ACTION_CATEGORY,
        messageType: ACTION_MESSAGE,
        targetId: '',
        message,
        id: '',
      },
    ]);
  }

  /** Ends the connection: no more events. */
  close(): void {
    this.gone = true;
    this.unwatch();
    this.deliver = undefined;
  }

  /**
   * Answers the body of a ProcessQuery request, fresh from its JSON of so many bytes, with the JSON of the response.
   * Never settles once the pane is closed.
   */
  async request(body: RequestBody, bytes: number): Promise<string> {
    // What the library asks on its own is none of the add-in's requests.
    const isService = isServiceRequest(body);
    if (!isService) this.meter.request(bytes);
    await Promise.resolve();
    if (this.gone) return never();
    try {
      const answer = JSON.stringify(isService ? this.serve(body) : this.answer(body, bytes));
      const size = byteLength(answer);
      if (!isService) this.meter.response(size);
      if (this.isTooLarge(size)) return refused('ResponsePayloadSizeLimitExceeded');
      return answer;
    } catch (failure) {
      if (!(failure instanceof Abandoned)) throw failure;
      this.close();
      this.noteCrash();
      return never();
    }
  }

  private serve(body: RequestBody): ResponseBody {
    return dispatch(body, { ...this.dispatchScope(), stops: () => false });
  }

  private dispatchScope(): Omit<DispatchScope, 'stops'> {
    return {
      root: this.root,
      references: this.references,
      service: (name) => this.services.get(name),
    };
  }

  private answer(body: RequestBody, bytes: number): ResponseBody {
    const fault = this.fault?.(this.meter.requests, body);
    if (fault === 'crash') throw new Abandoned();
    if (this.isTooLarge(bytes)) return refusal('RequestPayloadSizeLimitExceeded');
    const stopAt =
      fault === undefined
        ? Infinity
        : 'crashAfterActions' in fault
          ? fault.crashAfterActions
          : (fault.afterActions ?? 0);
    const failing = fault !== undefined && 'code' in fault ? fault : undefined;
    const carried =
      failing === undefined ? body : { ...body, Actions: body.Actions.slice(0, stopAt) };
    const answer = this.workbook.as({ source: 'Local', addIn: this }, () =>
      dispatch(carried, {
        ...this.dispatchScope(),
        stops: (index) => failing === undefined && index >= stopAt,
      }),
    );
    if (failing === undefined || answer.Error !== undefined) return answer;
    const { code, message } = failing;
    return {
      ...refusal('GeneralException'),
      Error: {
        ...errorBody(new Refusal('GeneralException', message ?? code), '', carried.Actions.length),
        Code: code,
      },
    };
  }

  private isTooLarge(bytes: number): boolean {
    return this.platform === 'web' && bytes > PAYLOAD_MAX_BYTES;
  }

  private makeScope(): ApiScope {
    const { meter, subscriptions, eventRanges } = this;
    const scope: ApiScope = {
      workbook: this.workbook,
      references: this.references,
      readCellsMax: this.readCellsMax,
      eventsEnabled: true,
      make: objectMaker(() => scope),
      subscribe: (event, targetId, on) => {
        const key = `${event} ${targetId}`;
        if (on) subscriptions.add(key);
        else subscriptions.delete(key);
      },
      noteRead: (sheet, area, member) => {
        const note = { sheet: sheet.name, address: areaAddress(area), member };
        meter.read(note, area.rows * area.columns);
      },
      noteWrite: (cells) => {
        meter.cellsWritten += cells;
      },
      noteSuspended: (what) => {
        if (what === 'screen') meter.screenSuspended += 1;
        else meter.calculationSuspended += 1;
      },
      eventObject: (id) => eventRanges.get(id),
    };
    return scope;
  }

  private tell(event: WorkbookEvent): void {
    if (!this.scope.eventsEnabled || this.deliver === undefined) return;
    const referenceId = this.rangeReference(event);
    const { tables } = this.workbook;
    const messages = messagesOf(event, { tables, ownAddIn: this, referenceId });
    for (const message of messages) {
      if (!this.subscriptions.has(`${message.event} ${message.targetId}`)) continue;
      this.send(eventEntry(message));
    }
    if (event.kind === 'selection') this.send(selectionEntry());
  }

  private rangeReference(event: WorkbookEvent): string {
    if (event.kind !== 'cells') return '';
    this.eventsSent += 1;
    const id = `event${this.eventsSent}`;
    this.eventRanges.set(id, new RangeObject(this.scope, event.sheet, event.area));
    for (const old of this.eventRanges.keys()) {
      if (this.eventRanges.size <= EVENT_RANGES_MAX) break;
      this.eventRanges.delete(old);
    }
    return id;
  }

  /** Events arrive after the answer to the request that caused them [unverified]. */
  private send(entry: EventEntry): void {
    this.queue.push(entry);
    if (this.queue.length > 1) return;
    setTimeout(() => {
      const entries = this.queue;
      this.queue = [];
      this.deliver?.(entries);
    }, 0);
  }
}

function refusal(code: RefusalCode): ResponseBody {
  return { Results: [], TraceIds: [], Error: errorBody(new Refusal(code), '', -1) };
}

function refused(code: RefusalCode): string {
  return JSON.stringify(refusal(code));
}

/** The bytes of a text in UTF-8, as it travels. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
