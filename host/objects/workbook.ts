/** Workbook: the root of everything that the add-in can reach. */
import { area } from '../model/area';
import { Refusal } from '../model/refusal';
import { HostObject } from '../protocol/hostObject';
import { text } from './args';
import { ApplicationObject, FunctionsObject, RuntimeObject } from './application';
import { DocumentPropertiesObject } from './documentProperties';
import { NamesObject } from './names';
import { WorkbookProtectionObject } from './protection';
import type { ApiScope } from './scope';
import { SettingsObject } from './settings';
import { TablesObject } from './tables';
import { WorksheetsObject } from './worksheets';
import { XmlPartsObject } from './xmlParts';

export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';

  constructor(private readonly scope: ApiScope) {
    super();
  }

  get Name(): string {
    return this.scope.workbook.name;
  }

  get ReadOnly(): boolean {
    return this.scope.workbook.readOnly;
  }

  get AutoSave(): boolean {
    return false;
  }

  get UsePrecisionAsDisplayed(): boolean {
    return this.scope.workbook.precisionAsDisplayed;
  }

  get Worksheets(): WorksheetsObject {
    return new WorksheetsObject(this.scope);
  }

  get Tables(): TablesObject {
    return new TablesObject(this.scope, undefined);
  }

  get Names(): NamesObject {
    return new NamesObject(this.scope, undefined);
  }

  get Settings(): SettingsObject {
    return new SettingsObject(this.scope.workbook.settings);
  }

  get CustomXmlParts(): XmlPartsObject {
    return new XmlPartsObject(this.scope.workbook);
  }

  get Properties(): DocumentPropertiesObject {
    return new DocumentPropertiesObject(this.scope.workbook.properties);
  }

  get Protection(): WorkbookProtectionObject {
    return new WorkbookProtectionObject(this.scope.workbook);
  }

  get Application(): ApplicationObject {
    return new ApplicationObject(this.scope);
  }

  get Functions(): FunctionsObject {
    return new FunctionsObject(this.scope);
  }

  get _Runtime(): RuntimeObject {
    return new RuntimeObject(this.scope);
  }

  GetSelectedRange(): HostObject {
    const { workbook } = this.scope;
    return this.scope.make.range(workbook.active, workbook.selection);
  }

  GetActiveCell(): HostObject {
    const { active, selection } = this.scope.workbook;
    return this.scope.make.range(active, area(selection.row, selection.column));
  }

  _GetRangeForEventByReferenceId(id: unknown): HostObject {
    const found = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): HostObject | null {
    return this.scope.eventObject(text(id)) ?? null;
  }

  _GetReferenceCount(): number {
    return this.scope.references.count;
  }
}
