/** The custom functions of one add-in: sends their calls to its runtime and takes in the answers. */
import type { CalcFunction } from '../calc/functions';
import type { RemoteCall, RemoteFunctions } from '../calc/remote';
import { cellAddress, sheetPrefix } from '../model/area';
import { CellError } from '../model/cell';
import type { HostWorkbook } from '../model/workbook';
import { CALL_MESSAGE, FUNCTION_CATEGORY, type EventEntry } from '../protocol/wire';
import { readAnswers } from './callAnswers';
import { callArguments } from './callArguments';
import { fileName, readMetadata, type CustomFunction, type FunctionsMetadata } from './metadata';

/** What the functions need of their host. */
export interface FunctionHost {
  readonly workbook: HostWorkbook;
  /** What a blank cell is to a parameter of any type. */
  readonly blank: 0 | null;
  /** Sends all entries as one message. */
  push(entries: readonly EventEntry[]): void;
}

/** The flags of a call: neither streaming nor cancelable, without errors or data types in the arguments [code: custom-functions-runtime _batchInvocationEntries]. */
const NO_FLAGS = 0;

export class CustomFunctions implements RemoteFunctions {
  private readonly functions = new Map<string, CustomFunction>();
  private readonly out = new Map<number, RemoteCall>();
  private waiting: RemoteCall[] = [];
  private calls = 0;
  private isReady = false;
  private readonly wakers = new Set<() => void>();

  constructor(private readonly host: FunctionHost) {}

  /** Takes the functions of the metadata in; formulas that call them are calculated from now on. */
  register(metadata: FunctionsMetadata, namespace?: string): void {
    const { workbook } = this.host;
    const called = new Map<string, CalcFunction>();
    const names = new Map<string, string>();
    for (const item of readMetadata(metadata, namespace)) {
      const saved = fileName(item.name);
      this.functions.set(item.id, item);
      workbook.functionNames.set(item.name, saved);
      for (const name of [item.name, saved.toUpperCase()]) called.set(name, this.calling(item));
      for (const prefix of ['', '_XLFN.']) names.set(prefix + saved.toUpperCase(), item.name);
      names.set(item.name, item.name);
    }
    workbook.calc.registerRemote(called, names);
  }

  private calling({ id, parameters }: CustomFunction): CalcFunction {
    return (operands, reader) => {
      const args = callArguments(parameters, operands, { reader, blank: this.host.blank });
      return args instanceof CellError ? args : reader.ask({ source: this, id, args });
    };
  }

  place(call: RemoteCall): void {
    this.waiting.push(call);
    // All calls of one calculation go out together.
    if (this.waiting.length > 1) return;
    setTimeout(() => {
      this.send();
    }, 0);
  }

  forget(call: RemoteCall): void {
    this.waiting = this.waiting.filter((item) => item !== call);
    for (const [id, item] of this.out) if (item === call) this.out.delete(id);
    this.wake();
  }

  /** An add-in connects: what the one before it was asked is asked again, once the new one is ready. */
  connected(): void {
    this.isReady = false;
    this.waiting = [...this.out.values(), ...this.waiting];
    this.out.clear();
  }

  /** The runtime is ready: until then Excel keeps calls back [unverified]. */
  ready(): void {
    this.isReady = true;
    this.send();
  }

  /** Takes in the results that the runtime sends; those of forgotten calls are left. */
  answer(results: unknown): void {
    const answered: RemoteCall[] = [];
    const givesMatrix = (id: number): boolean => {
      const called = this.functions.get(this.out.get(id)?.request.id ?? '');
      return called?.givesMatrix ?? false;
    };
    for (const { id, answer } of readAnswers(results, givesMatrix)) {
      const call = this.out.get(id);
      if (call === undefined) continue;
      this.out.delete(id);
      call.answer = answer;
      answered.push(call);
    }
    if (answered.length > 0) this.host.workbook.calc.answered(answered);
    this.wake();
  }

  /** Resolves when no call is out any more; throws when that takes longer. */
  async settle(limitMs: number): Promise<void> {
    const end = Date.now() + limitMs;
    for (;;) {
      this.host.workbook.settle();
      const calls = [...this.out.values(), ...this.waiting];
      if (calls.length === 0) return;
      if (Date.now() >= end) throw new Error(lateText(calls, limitMs));
      await this.woken(end - Date.now());
    }
  }

  private async woken(limitMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.wakers.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wake(): void {
    const wakers = [...this.wakers];
    this.wakers.clear();
    for (const waker of wakers) waker();
  }

  private send(): void {
    if (!this.isReady || this.waiting.length === 0) return;
    const calls = this.waiting;
    this.waiting = [];
    this.host.push(calls.map((call) => this.entry(call)));
  }

  private entry(call: RemoteCall): EventEntry {
    this.calls += 1;
    this.out.set(this.calls, call);
    const { id, args } = call.request;
    const address = this.functions.get(id)?.requiresAddress === true ? addressOf(call) : null;
    return {
      messageCategory: FUNCTION_CATEGORY,
      messageType: CALL_MESSAGE,
      targetId: '',
      message: JSON.stringify([this.calls, id, args, address, NO_FLAGS]),
      id: String(this.calls),
    };
  }
}

function addressOf({ caller: { sheet, row, column } }: RemoteCall): string {
  return `${sheetPrefix(sheet.name)}${cellAddress(row, column)}`;
}

function lateText(calls: readonly RemoteCall[], limitMs: number): string {
  const shown = calls.slice(0, 5).map((call) => `${call.request.id} in ${addressOf(call)}`);
  const more = calls.length > shown.length ? `, and ${calls.length - shown.length} more` : '';
  return `Custom functions did not answer in ${limitMs} ms: ${shown.join(', ')}${more}.`;
}
