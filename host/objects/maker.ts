/** Makes the API objects that others lead to. */
import { NamesObject } from './names';
import { RangeObject } from './range';
import type { ApiScope, ObjectMaker } from './scope';
import { TableObject, TablesObject } from './tables';
import { WorksheetObject } from './worksheet';

/** The maker of one add-in's objects; the scope is asked for only when an object is made. */
export function objectMaker(scope: () => ApiScope): ObjectMaker {
  return {
    range: (sheet, area) => new RangeObject(scope(), sheet, area),
    worksheet: (sheet) => new WorksheetObject(scope(), sheet),
    table: (table) => new TableObject(scope(), table),
    tables: (sheet) => new TablesObject(scope(), sheet),
    names: (sheet) => new NamesObject(scope(), sheet),
  };
}
