/** What Office tells an add-in about itself. */
import type { ExcelHost } from './excelHost';

/** The newest version of each requirement set that the host answers for. */
const SUPPORTED: ReadonlyMap<string, string> = new Map([
  ['ExcelApi', '1.17'],
  ['CustomFunctionsRuntime', '1.4'],
  // The runtime of custom functions asks for this one, of which no page tells [code; unverified: the newest version].
  ['CustomFunctions', '1.9'],
  ['SharedRuntime', '1.2'],
]);

/** The same as JSON, as office.js for Windows asks for it. */
export function supportedMatrix(): string {
  return JSON.stringify(Object.fromEntries(SUPPORTED));
}

/** The colours of the colourful theme of Office, as numbers [unverified]. */
export const OFFICE_THEME_COLORS = {
  bodyBackgroundColor: 0xff_ff_ff,
  bodyForegroundColor: 0x26_26_26,
  controlBackgroundColor: 0xf3_f3_f3,
  controlForegroundColor: 0x26_26_26,
} as const;

/** Whether the host supports a version of a requirement set; a set that it does not know is not supported. */
export function isSetSupported(name: string, version: number | string = '1.1'): boolean {
  const newest = SUPPORTED.get(name);
  if (newest === undefined) return false;
  const [major = 0, minor = 0] = String(version).split('.').map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split('.').map(Number);
  return major < newestMajor || (major === newestMajor && minor <= newestMinor);
}

function hostInfo(host: ExcelHost): { host: string; platform: string } {
  return { host: 'Excel', platform: host.platform === 'web' ? 'OfficeOnline' : 'PC' };
}

/** Office.context. */
export function officeContext(host: ExcelHost): object {
  return {
    ...hostInfo(host),
    contentLanguage: 'en-US',
    displayLanguage: 'en-US',
    requirements: { isSetSupported },
    document: { url: host.workbook.name },
    diagnostics: { ...hostInfo(host), version: '16.0.0.0' },
  };
}

/** Office.onReady: ready at once. */
export function officeReady(
  host: ExcelHost,
): (ready?: (info: object) => unknown) => Promise<object> {
  return async (ready) => {
    await ready?.(hostInfo(host));
    return hostInfo(host);
  };
}
