/** Runs Microsoft's office.js, unchanged, on the host in a browser. */
import { byteLength, type ExcelHost } from './excelHost';
import { OFFICE_THEME_COLORS, supportedMatrix } from './officeContext';
import type { EventEntry, RequestBody } from './protocol/wire';

export interface WindowOptions {
  /** Opens a dialog of the add-in; without it the add-in hears that the user did not want it. */
  readonly openDialog?: (url: string) => void;
}

/** A window whose office.js talks to a host. */
export interface WindowConnection {
  /** Presses a ribbon button: runs what the add-in gave to Office.actions.associate, until it says that it is done. */
  runCommand(name: string): Promise<void>;
  /** Ends the connection: no more answers, no more events. */
  disconnect(): void;
}

/**
 * Connects a window to a host; to be called before the script tag of office.js.
 * A host talks to one window at a time: the one that was connected before gets no more.
 */
export function connectWindow(
  window: Window,
  host: ExcelHost,
  options: WindowOptions = {},
): WindowConnection {
  const external = new OfficeExternal(host, options);
  Object.defineProperty(window, 'external', { value: external.surface, configurable: true });
  return external;
}

/** An array as office.js takes it from the host [code: OSF.DDA.SafeArray]. */
interface SafeArray {
  toArray(): unknown[];
}

type Callback = (answer: SafeArray | number) => void;
type Handler = (eventId: number, payload: SafeArray) => void;

/** The numbers of methods and events [code: OSF.DDA.MethodDispId, OSF.DDA.EventDispId]. */
const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const DIALOG_EVENT = 10;
const RICH_API_MESSAGE = 33;
const COMMAND_INVOKED = 39;

/** Results of a method or a registration: done, not supported, the user did not want the dialog [code: OSF.DDA.ErrorCodeManager]. */
const DONE = 0;
const NOT_SUPPORTED = 5000;
const USER_IGNORED_DIALOG = 12_009;

/** What office.js for Windows finds at window.external. */
class OfficeExternal implements WindowConnection {
  /** The functions alone, as script of another window calls them. */
  readonly surface = {
    GetHostInfo: () => 'Excel|Win32|16.01|en-US|||disableLogging|3',
    GetContext: () => this.context,
    Execute: (id: number, params: unknown, callback: Callback) => {
      this.execute(id, params, callback);
    },
    RegisterEvent: (id: number, targetId: string, handler: Handler, callback: Callback) => {
      callback(this.register(id, targetId, handler));
    },
    UnregisterEvent: (id: number, targetId: string, callback: Callback) => {
      this.handlers.delete(`${id} ${targetId}`);
      callback(DONE);
    },
  };
  private readonly context: Readonly<Record<string, () => unknown>>;
  private readonly handlers = new Map<string, Handler>();
  private readonly commands = new Map<string, () => void>();
  private started = 0;
  private isGone = false;

  constructor(
    private readonly host: ExcelHost,
    private readonly options: WindowOptions,
  ) {
    this.context = controlContext(host);
    host.onEvents((entries) => {
      if (!this.isGone) this.deliver(entries);
    });
  }

  disconnect(): void {
    this.isGone = true;
    this.handlers.clear();
  }

  runCommand(name: string): Promise<void> {
    const handler = this.handlers.get(`${COMMAND_INVOKED} `);
    if (handler === undefined)
      return Promise.reject(new Error('The add-in takes no commands yet.'));
    this.started += 1;
    const id = `command${this.started}`;
    const event = JSON.stringify({ source: { id: name } });
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      handler(COMMAND_INVOKED, safeArray([id, name, event]));
    });
  }

  private deliver(entries: readonly EventEntry[]): void {
    const rows = entries.map(({ messageCategory, messageType, targetId, message, id }) => [
      messageCategory,
      messageType,
      targetId,
      message,
      id,
    ]);
    this.handlers.get(`${RICH_API_MESSAGE} `)?.(RICH_API_MESSAGE, safeArray(rows));
  }

  private register(id: number, targetId: string, handler: Handler): number {
    if (id === DIALOG_EVENT) return this.openDialog(targetId);
    this.handlers.set(`${id} ${targetId}`, handler);
    return DONE;
  }

  /** A dialog is opened by registering for its messages; the target is what the add-in asked for [code: OSF_DDA_DispIdHost_Facade$OpenDialog]. */
  private openDialog(target: string): number {
    const { openDialog } = this.options;
    if (openDialog === undefined) return USER_IGNORED_DIALOG;
    const { url } = JSON.parse(target) as { url: string };
    openDialog(url);
    return DONE;
  }

  private execute(id: number, params: unknown, callback: Callback): void {
    if (id === RICH_API_REQUEST) void this.request(params, callback);
    else if (id === COMMAND_COMPLETED) {
      const [command] = params as unknown[];
      this.commands.get(String(command))?.();
      this.commands.delete(String(command));
      callback(safeArray([DONE]));
    } else callback(safeArray([NOT_SUPPORTED]));
  }

  /** The request is [customData, method, path, headers, body, …]; so is the answer [status, headers, body] [code: RichApiMessageUtility]. */
  private async request(params: unknown, callback: Callback): Promise<void> {
    const given = params as unknown[];
    const text = String((Array.isArray(given[0]) ? (given[0] as unknown[]) : given)[4]);
    // Excel is another process: its time is not that of the add-in's task.
    await anotherTask();
    const body = await this.host.request(JSON.parse(text) as RequestBody, byteLength(text));
    await anotherTask();
    if (!this.isGone) callback(safeArray([DONE, [200, [], body]]));
  }
}

/** Resolves in a task of its own, without the delay of a timer. */
function anotherTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items };
}

/** What office.js asks of Excel when it starts [code: OSF_InitializationHelper$getAppContext]. */
function controlContext(host: ExcelHost): Readonly<Record<string, () => unknown>> {
  const settings = documentSettings(host);
  const values: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: 'practice-ledger',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: 1033,
    GetAppDataLocale: 1033,
    GetDocUrl: host.workbook.name,
    GetAppCapabilities: host.workbook.readOnly ? 1 : 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: '',
    GetInstanceId: 'practice-ledger',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: supportedMatrix(),
    GetHostCustomMessage: '',
    GetHostFullVersion: '16.0.0.0',
    GetDialogRequirementMatrix: JSON.stringify({ DialogApi: '1.1' }),
    GetInitialDisplayMode: 2,
    GetOfficeThemeInfo: JSON.stringify(OFFICE_THEME_COLORS),
    GetSettings: settings,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}

/** The document settings are those of Workbook.settings [doc: SettingCollection]; here their values travel as JSON. */
function documentSettings({ workbook }: ExcelHost): object {
  return {
    Read(keys: string[], values: string[]) {
      for (const [key, value] of workbook.settings) {
        keys.push(key);
        values.push(JSON.stringify(value));
      }
    },
    Write(keys: readonly string[], values: readonly string[]) {
      workbook.settings.clear();
      for (const [at, key] of keys.entries()) {
        workbook.settings.set(key, JSON.parse(values[at] ?? 'null'));
      }
    },
  };
}
