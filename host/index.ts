/** The Excel host: a stand-in for Excel that speaks its protocol. Never shipped. Runs in Node and in a browser. */
export { ExcelHost, PAYLOAD_MAX_BYTES } from './excelHost';
export type { Fault, FaultHook, HostOptions, Platform } from './excelHost';
export type { Meter, ReadNote } from './meter';
export { area, areaAddress, areaAt, columnName, columnNumber } from './model/area';
export type { Area } from './model/area';
export { CellError } from './model/cell';
export type { CellInput, CellValue, ErrorCode } from './model/cell';
export { displayText } from './model/displayText';
export type { HostSheet, Visibility } from './model/sheet';
export type { CellStyle, StylePatch } from './model/style';
export type { HostTable } from './model/table';
export { HostWorkbook } from './model/workbook';
export type { Actor, HostName, WorkbookEvent } from './model/workbook';
export { READ_CELLS_MAX } from './objects/range';
export { newWorkbook } from './xlsx/newWorkbook';
export { openWorkbook } from './xlsx/open';
export { WorkbookRefused } from './xlsx/refused';
export { saveWorkbook } from './xlsx/save';
