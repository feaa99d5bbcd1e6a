/** Starts office.js on a workbook, and waits for what arrives later. */
import { ExcelHost, type HostOptions, type HostWorkbook } from '../../../host/index';
import { startOffice } from '../../../host/node';

/** A host for the workbook, connected to a fresh office.js. */
export async function connect(workbook: HostWorkbook, options?: HostOptions): Promise<ExcelHost> {
  const host = new ExcelHost(workbook, options);
  await startOffice(host);
  return host;
}

/** The code of the error that some work ends with; fails where it ends well. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await failureOf(work)).code;
}

/** The error that some work ends with. */
export async function failureOf(work: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await work;
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error('It should have failed.');
}

/** Lets events arrive. */
export async function eventsArrive(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
