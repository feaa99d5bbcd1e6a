/** Where workbooks come from, and how they leave: samples, files of the user, and downloads. */
import { saveWorkbook, WorkbookRefused } from '../../host/index';
import { openSession, type Session } from './session';
import type { Sample } from '../samples';

export type { Sample };

/** The samples that the server offers. */
export async function fetchSamples(): Promise<Sample[]> {
  const answer = await fetch('/samples/index.json');
  if (!answer.ok) throw new Error('The samples could not be listed.');
  return (await answer.json()) as Sample[];
}

/** Opens a sample by its file name. */
export async function openSample(name: string): Promise<Session> {
  const answer = await fetch(`/samples/${encodeURIComponent(name)}`);
  if (!answer.ok) throw new Error(`The sample ${name} could not be read.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  await drawn();
  return openSession(bytes, name);
}

/** Opens a file of the user. It is read here and goes nowhere. */
export async function openFile(file: File): Promise<Session> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  await drawn();
  return openSession(bytes, file.name);
}

/** A large workbook takes seconds to read, in which nothing is drawn: first the page says so. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Hands the workbook to the browser as a download. */
export function download({ workbook }: Session): void {
  const bytes = saveWorkbook(workbook);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = workbook.name;
  link.click();
  // The browser takes the bytes in a task of its own.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** Why a workbook was not opened, in a sentence. */
export function openingFault(failure: unknown, name: string): string {
  if (failure instanceof WorkbookRefused) return `${name} was not opened. ${failure.message}`;
  return failure instanceof Error ? failure.message : String(failure);
}
