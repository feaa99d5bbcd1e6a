/** The zip container of a workbook: opened only after its directory has passed the limits. */
import { unzipSync, zipSync, type UnzipFileInfo, type Zippable } from 'fflate';
import { WorkbookRefused } from './refused';

const MEGABYTE = 1024 * 1024;

/** Limits against files that are small to send and huge to open. */
const ENTRY_MAX_BYTES = 200 * MEGABYTE;
const TOTAL_MAX_BYTES = 500 * MEGABYTE;
const RATIO_MAX = 200;
const RATIO_COUNTS_ABOVE_BYTES = MEGABYTE;
const ENTRIES_MAX = 10_000;

/** Part names in the order of the file, with their bytes. */
export type ZipEntries = Map<string, Uint8Array>;

/** Opens a workbook file; throws WorkbookRefused for anything that is not a safe .xlsx container. */
export function readZip(bytes: Uint8Array): ZipEntries {
  refuseOtherKinds(bytes);
  const directory = readDirectory(bytes);
  refuseUnsafe(directory);
  try {
    const files = unzipSync(bytes);
    return new Map(
      directory
        .filter(({ name }) => !name.endsWith('/'))
        .map(({ name }) => [name, files[name] ?? new Uint8Array(0)]),
    );
  } catch {
    throw new WorkbookRefused('The file is damaged: its zip container cannot be unpacked.');
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** An OLE file is an old .xls or an encrypted workbook, whose container names its parts in UTF-16. */
function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookRefused('The file is empty.');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new WorkbookRefused(
      holdsUtf16(bytes, 'EncryptedPackage')
        ? 'The workbook is encrypted with a password. Remove the password in Excel and try again.'
        : 'This is an old .xls workbook. Save it in Excel as .xlsx and try again.',
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) {
    throw new WorkbookRefused('This is not an .xlsx workbook: it is no zip container.');
  }
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

function readDirectory(bytes: Uint8Array): UnzipFileInfo[] {
  const directory: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        directory.push(file);
        return false;
      },
    });
  } catch {
    throw new WorkbookRefused('The file is damaged: its zip container has no readable directory.');
  }
  return directory;
}

function refuseUnsafe(directory: readonly UnzipFileInfo[]): void {
  if (directory.length > ENTRIES_MAX) {
    throw new WorkbookRefused(
      `The file holds ${directory.length} parts; more than ${ENTRIES_MAX} are refused.`,
    );
  }
  let total = 0;
  const names = new Set<string>();
  for (const { name, size, originalSize } of directory) {
    refuseName(name);
    // Part names do not tell capitals apart [doc: ECMA-376 part 2].
    if (names.has(name.toLowerCase())) throw new WorkbookRefused(`The part ${name} stands twice.`);
    names.add(name.toLowerCase());
    total += originalSize;
    refuseSize(name, size, originalSize);
  }
  if (total > TOTAL_MAX_BYTES) {
    throw new WorkbookRefused(`The parts expand to ${megabytes(total)} MB (limit 500).`);
  }
}

function refuseName(name: string): void {
  const outside =
    name.startsWith('/') ||
    name.includes('\\') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..');
  if (outside) throw new WorkbookRefused(`The part name "${name}" leads outside the workbook.`);
}

function refuseSize(name: string, size: number, originalSize: number): void {
  if (originalSize > ENTRY_MAX_BYTES) {
    throw new WorkbookRefused(`${name} expands to ${megabytes(originalSize)} MB (limit 200).`);
  }
  const ratio = originalSize / Math.max(size, 1);
  if (originalSize > RATIO_COUNTS_ABOVE_BYTES && ratio > RATIO_MAX) {
    throw new WorkbookRefused(
      `${name} expands to ${Math.round(ratio)} times its size (limit ${RATIO_MAX}).`,
    );
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}

/**
 * The first moment that a zip can name, which it does by the clock on the wall: the same workbook gives the
 * same bytes whenever and wherever it is saved.
 */
function zipEpoch(): Date {
  return new Date(1980, 0, 1);
}

/** Packs the parts in their order. */
export function writeZip(entries: ZipEntries): Uint8Array {
  const files: Zippable = Object.create(null) as Zippable;
  for (const [name, bytes] of entries) {
    files[name] = [bytes, { level: bytes.length > MEGABYTE ? 1 : 6 }];
  }
  return zipSync(files, { mtime: zipEpoch() });
}
