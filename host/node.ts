/** Runs Microsoft's office.js, unchanged, on the host in Node. The only file of the host that needs Node. */
/// <reference types="custom-functions-runtime" />
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byteLength, type ExcelHost } from './excelHost';
import { officeContext, officeReady } from './officeContext';
import type { RequestBody } from './protocol/wire';

/** What office.js defines, as add-in code finds it. */
export interface OfficeGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

/** The bridge of the library [code: Office.js HostBridge]. */
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: RequestBody };
}

/** Where the library looks up where it runs, in the place of the loader's own. */
interface AppFactory {
  getContext(): object;
  getHostInfo(): object;
}

type Library = (...standIns: unknown[]) => OfficeGlobals;

let library: Library | undefined;
let connected: ExcelHost | undefined;

/**
 * Starts a fresh office.js on a host and sets the globals Excel, Office and OfficeExtension to it.
 * The host that was connected before gets no more requests.
 */
export async function startOffice(host: ExcelHost): Promise<OfficeGlobals> {
  connected?.close();
  connected = host;
  library ??= loadLibrary();
  const window = standInWindow();
  const globals = library(
    window,
    ...STAND_INS.map((name) => window[name]),
    bridgeTo(host),
    appFactory(host),
    officeReady(host),
  );
  Object.assign(globalThis, globals);
  await Promise.resolve();
  return globals;
}

function appFactory(host: ExcelHost): AppFactory {
  const context = officeContext(host);
  const info = {
    hostType: 'excel',
    hostPlatform: host.platform,
    isDialog: false,
    flags: SHARED_RUNTIME,
  };
  return { getContext: () => context, getHostInfo: () => info };
}

/** One runtime for pane, commands and custom functions [code: OSF.HostInfoFlags SharedApp + CustomFunction]. */
const SHARED_RUNTIME = 3;

/** Compiles the library once; each call of it is a library of its own, with no handlers left from before. */
function loadLibrary(): Library {
  const folder = dirname(require.resolve('@microsoft/office-js/package.json'));
  const file = (name: string): string => readFileSync(join(folder, 'dist', name), 'utf8');
  // In a browser the names of a script are also properties of window; here they are made so one by one.
  const shared = SHARED.map(
    (name) =>
      `var ${name}; Object.defineProperty(window, '${name}', { configurable: true, get: function () { return ${name}; }, set: function (value) { ${name} = value; } });`,
  );
  const body = [
    ...shared,
    // The loader has CustomFunctions.associate and Office.actions.associate. What it would fetch follows right after
    // it, so it need not wait for that.
    'var setTimeout = function () { return 0; };',
    file('office.js'),
    ';setTimeout = globalThis.setTimeout; OSF._OfficeAppFactory = _appFactory; Office.onReady = _onReady;',
    file('excel-web-16.00.js'),
    ';return { Excel, Office, OfficeExtension, CustomFunctions };',
  ].join('\n');
  // The library is a script that leaves its names in the scope it runs in: a function gives it one of its own.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- vm.compileFunction would make its errors those of another realm where a test has a realm of its own
  return new Function(
    'window',
    ...STAND_INS,
    '_richApiNativeBridge',
    '_appFactory',
    '_onReady',
    body,
  ) as Library;
}

function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text) as BridgeRequest;
      if (type !== 1) return;
      void host.request(message.body, byteLength(text)).then((body) => {
        send({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
      });
    },
  };
  const send = (answer: object): void => {
    bridge.onMessageFromHost?.(JSON.stringify(answer));
  };
  host.onEvents((entries) => {
    send({ type: 3, message: { entries } });
  });
  return bridge;
}

/** Names that the library sets bare and reads from window, or the other way round. */
const SHARED = [
  'CustomFunctionMappings',
  'CustomFunctions',
  'Excel',
  'Microsoft',
  'OSF',
  'Office',
  'OfficeCore',
  'OfficeExt',
  'OfficeExtension',
  'OfficeExtensionBatch',
  'OfficeRuntime',
  'Sys',
  'Type',
];

/** As much of a browser as the library looks at when it starts. */
const STAND_INS = ['self', 'document', 'location', 'navigator'] as const;

function standInWindow(): Record<(typeof STAND_INS)[number], unknown> {
  const nothing = (): undefined => undefined;
  const element = (): object => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  const window = {
    self: {},
    document: {
      createElement: element,
      getElementById: () => null,
      // The loader looks for its own tag, to know where its other files are.
      getElementsByTagName: () => [{ ...element(), src: 'https://localhost/office.js' }],
      addEventListener: nothing,
      head: element(),
      body: element(),
      cookie: '',
    },
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:' },
    navigator: { userAgent: 'Excel host' },
    Promise,
    history: {},
    external: { GetHostInfo: () => 'Excel|Web|16.00|||||3' },
  };
  window.self = window;
  return window;
}
