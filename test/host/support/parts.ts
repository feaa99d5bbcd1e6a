/** Looks into the files that the host writes. */
import { strFromU8, unzipSync } from 'fflate';

/** The text of one part of a workbook file; '' where there is no such part. */
export function partText(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes)[part];
  return found === undefined ? '' : strFromU8(found);
}
