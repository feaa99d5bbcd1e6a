/** Excel's rules for names of sheets, tables and named items. */

/** Why Excel refuses a sheet name, or undefined where it takes it [doc: rename a worksheet]. */
export function sheetNameFault(name: string): string | undefined {
  if (name === '') return 'A sheet name is not blank.';
  if (name.length > 31) return 'A sheet name has at most 31 characters.';
  if (/[[\]:*?/\\]/.test(name)) return 'A sheet name holds none of [ ] : * ? / \\.';
  if (name.startsWith("'") || name.endsWith("'")) {
    return 'A sheet name neither starts nor ends with an apostrophe.';
  }
  if (name.toLowerCase() === 'history') return 'Excel keeps the sheet name History for itself.';
  return undefined;
}

/** Why Excel refuses the name of a table or named item, or undefined where it takes it [doc: names in formulas]. */
export function nameFault(name: string): string | undefined {
  if (name.length > 255) return 'A name has at most 255 characters.';
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) {
    return 'A name starts with a letter, _ or \\ and holds letters, digits, _ and full stops.';
  }
  if (/^(?:[a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*)$/i.test(name)) {
    return 'A name must not look like a cell.';
  }
  return undefined;
}
