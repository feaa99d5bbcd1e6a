/** Finds what is written in the name box. */
import type { Area, HostSheet, HostWorkbook } from '../../host/index';
import { onSheet, parseAddress } from '../../host/model/area';

interface Place {
  readonly sheet: HostSheet;
  readonly area: Area;
}

/** An address, with or without its sheet, a table or a defined name. */
export function placeNamed(
  workbook: HostWorkbook,
  from: HostSheet,
  text: string,
): Place | undefined {
  const table = workbook.tableNamed(text);
  if (table !== undefined) return { sheet: table.sheet, area: table.bodyArea };
  return placeAt(workbook, from, workbook.nameFormula(text, from)?.replace(/^=/, '') ?? text);
}

function placeAt(workbook: HostWorkbook, from: HostSheet, text: string): Place | undefined {
  const found = parseAddress(text);
  if (found === undefined || !onSheet(found.area)) return undefined;
  const sheet = found.sheet === undefined ? from : workbook.sheetNamed(found.sheet);
  return sheet?.visibility === 'Visible' ? { sheet, area: found.area } : undefined;
}
