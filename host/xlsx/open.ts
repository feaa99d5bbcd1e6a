/** Opens a workbook file into the model. */
import { areaAt, parseAddress } from '../model/area';
import type { HostChart } from '../model/chart';
import type { HostSheet } from '../model/sheet';
import { StyleTable } from '../model/style';
import type { HostTable } from '../model/table';
import { HostWorkbook, type HostXmlPart } from '../model/workbook';
import { OFFICE_THEME, readTheme, type ThemeColors } from './colors';
import {
  aspectsOf,
  namesState,
  setOrigin,
  settingsState,
  tableState,
  workbookState,
  type Origin,
  type SheetOrigin,
} from './origin';
import { Package, type Relationship } from './package';
import { readProperties } from './properties';
import { type ChartOrigin, readCharts } from './readCharts';
import { readSheet, type SheetContext } from './readSheet';
import { readStrings } from './readStrings';
import { readStyles } from './readStyles';
import { WorkbookRefused } from './refused';
import { readSettings, readWebExtension, SETTINGS_NAMESPACE } from './settingsPart';
import {
  child,
  childrenNamed,
  isOn,
  prefixed,
  unescapeCellText,
  xmlTree,
  type XmlNode,
} from './xml';
import { readZip } from './zip';

/** Opens an .xlsx or .xlsm file; throws WorkbookRefused where it is no safe workbook. */
export function openWorkbook(bytes: Uint8Array): HostWorkbook {
  const pack = new Package(readZip(bytes));
  try {
    return readWorkbook(pack);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    // What a part says is not ours to trust: anything that cannot be made sense of is the file's fault.
    throw new WorkbookRefused('The file is damaged: its parts contradict each other.', error);
  }
}

function readWorkbook(pack: Package): HostWorkbook {
  const workbookPart = mainPart(pack);
  const tree = xmlTree(workbookPart, pack.text(workbookPart));
  const relationships = pack.relationships(workbookPart);
  const partOf = (type: string): string | undefined =>
    relationships.find((item) => item.type === type && !item.external)?.target;
  const themePart = partOf('theme');
  const theme =
    themePart === undefined || !pack.has(themePart)
      ? OFFICE_THEME
      : readTheme(xmlTree(themePart, pack.text(themePart)));
  const stylesPart = partOf('styles') ?? '';
  const styles =
    stylesPart === ''
      ? new StyleTable()
      : new StyleTable(readStyles(xmlTree(stylesPart, pack.text(stylesPart)), theme));
  const date1904 = isOn(child(tree, 'workbookPr')?.attributes['date1904']);
  const workbook = new HostWorkbook(styles, date1904);
  const stringsPart = partOf('sharedStrings');
  const strings = stringsPart === undefined ? [] : readStrings(stringsPart, pack.text(stringsPart));
  const opened = new Opened(pack, workbook, { theme, strings, styles: styles.count, date1904 });
  opened.readSheets(tree, relationships);
  opened.readCharts();
  opened.readNames(tree);
  opened.readXmlParts(relationships);
  opened.readWebExtensions();
  readProperties(pack, workbook.properties);
  workbook.structureProtected = isOn(
    child(tree, 'workbookProtection')?.attributes['lockStructure'],
  );
  const precise = child(tree, 'calcPr')?.attributes['fullPrecision'];
  workbook.precisionAsDisplayed = precise !== undefined && !isOn(precise);
  opened.activate(tree);
  setOrigin(workbook, opened.origin(workbookPart, stylesPart));
  return workbook;
}

function mainPart(pack: Package): string {
  if (!pack.has('_rels/.rels') || !pack.has('[Content_Types].xml')) {
    throw new WorkbookRefused('This is a zip file, but no .xlsx workbook.');
  }
  const main = pack.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new WorkbookRefused('This is a zip file, but no .xlsx workbook.');
  const type = pack.contentType(main);
  if (/binary/i.test(type) || main.toLowerCase().endsWith('.bin')) {
    throw new WorkbookRefused(
      'This is an .xlsb workbook. Save it in Excel as .xlsx and try again.',
    );
  }
  if (!/spreadsheetml/i.test(type)) {
    throw new WorkbookRefused('This is an Office document, but no workbook.');
  }
  return main;
}

interface SharedContext {
  readonly theme: ThemeColors;
  readonly strings: readonly string[];
  readonly styles: number;
  readonly date1904: boolean;
}

/** A workbook while it is being read. */
class Opened {
  private readonly places = new Map<HostSheet, Omit<SheetOrigin, 'aspects'>>();
  private readonly tables = new Map<HostTable, { part: string; state: string }>();
  private readonly xmlParts = new Map<HostXmlPart, { part: string; xml: string }>();
  private readonly charts = new Map<HostChart, ChartOrigin>();
  private hasOwnSettings = false;
  /** The sheets in the order of the file; undefined for chart sheets, which the model leaves out. */
  private readonly byIndex: (HostSheet | undefined)[] = [];

  constructor(
    private readonly pack: Package,
    private readonly workbook: HostWorkbook,
    private readonly context: SharedContext,
  ) {}

  readSheets(tree: XmlNode, relationships: readonly Relationship[]): void {
    for (const { attributes } of childrenNamed(child(tree, 'sheets'), 'sheet')) {
      const id = prefixed(attributes, 'id') ?? '';
      const found = relationships.find((item) => item.id === id);
      if (found?.type !== 'worksheet') {
        this.byIndex.push(undefined);
        continue;
      }
      const sheet = this.workbook.putSheet(attributes['name'] ?? '');
      this.byIndex.push(sheet);
      const { state } = attributes;
      sheet.visibility =
        state === 'veryHidden' ? 'VeryHidden' : state === 'hidden' ? 'Hidden' : 'Visible';
      this.readOne(found.target, sheet);
      this.places.set(sheet, {
        part: found.target,
        relationshipId: id,
        sheetId: attributes['sheetId'] ?? '',
      });
    }
    if (this.workbook.sheets.length === 0) {
      throw new WorkbookRefused('The workbook has no worksheet.');
    }
  }

  /** When every sheet is there: a chart may draw what stands on another one. */
  readCharts(): void {
    for (const [sheet, { part }] of this.places) {
      const found = readCharts(this.pack, { workbook: this.workbook, sheet, part });
      for (const [chart, origin] of found) this.charts.set(chart, origin);
    }
  }

  private readOne(part: string, sheet: HostSheet): void {
    const relationships = this.pack.relationships(part);
    const context: SheetContext = {
      ...this.context,
      relationships,
      customProperty: (target) => utf16Text(this.pack.bytes(target)),
    };
    readSheet(part, this.pack.text(part), sheet, context);
    for (const { type, target } of relationships) {
      if (type === 'table') this.readTable(target, sheet);
    }
  }

  private readTable(part: string, sheet: HostSheet): void {
    const node = xmlTree(part, this.pack.text(part));
    const { id, displayName, name, ref, headerRowCount, totalsRowCount } = node.attributes;
    const at = areaAt(ref ?? 'A1');
    const table = this.workbook.newTable(displayName ?? name ?? '', sheet, at, Number(id ?? 0));
    table.showHeaders = headerRowCount !== '0';
    table.showTotals = Number(totalsRowCount ?? 0) > 0;
    table.columns = childrenNamed(child(node, 'tableColumns'), 'tableColumn').map((column) =>
      unescapeCellText(column.attributes['name'] ?? ''),
    );
    const look = child(node, 'tableStyleInfo')?.attributes ?? {};
    table.style = look['name'] ?? '';
    table.showBandedRows = isOn(look['showRowStripes']);
    table.showBandedColumns = isOn(look['showColumnStripes']);
    table.highlightFirstColumn = isOn(look['showFirstColumn']);
    table.highlightLastColumn = isOn(look['showLastColumn']);
    table.showFilterButton = child(node, 'autoFilter') !== undefined;
    this.workbook.tables.push(table);
    this.tables.set(table, { part, state: tableState(table) });
  }

  /** Print areas and titles belong to the page of their sheet; other hidden names of Excel stay in the file. */
  readNames(tree: XmlNode): void {
    for (const { attributes, text } of childrenNamed(child(tree, 'definedNames'), 'definedName')) {
      const { name = '', localSheetId, hidden, comment = '' } = attributes;
      const scope = localSheetId === undefined ? undefined : this.byIndex[Number(localSheetId)];
      if (name.startsWith('_xlnm.')) {
        if (scope !== undefined) readPrintName(name, text, scope);
        continue;
      }
      this.workbook.names.push({
        name,
        formula: `=${text}`,
        scope,
        visible: !isOn(hidden),
        comment,
      });
    }
  }

  readXmlParts(relationships: readonly Relationship[]): void {
    for (const { type, target } of relationships) {
      if (type !== 'customXml' || !this.pack.has(target)) continue;
      const xml = this.pack.text(target);
      if (xml.includes(SETTINGS_NAMESPACE)) {
        this.hasOwnSettings = true;
        for (const [key, value] of readSettings(target, xml))
          this.workbook.settings.set(key, value);
        continue;
      }
      const properties = this.pack
        .relationships(target)
        .find((item) => item.type === 'customXmlProps')?.target;
      const id =
        properties === undefined
          ? target
          : (prefixed(xmlTree(properties, this.pack.text(properties)).attributes, 'itemID') ??
            target);
      const part: HostXmlPart = { id, xml };
      this.workbook.xmlParts.push(part);
      this.xmlParts.set(part, { part: target, xml });
    }
  }

  /** The settings that Excel itself saved, where the host has saved none. */
  readWebExtensions(): void {
    if (this.hasOwnSettings) return;
    for (const part of this.pack.entries.keys()) {
      if (!/^xl\/webextensions\/webextension\d*\.xml$/i.test(part)) continue;
      for (const [key, value] of readWebExtension(part, this.pack.text(part))) {
        this.workbook.settings.set(key, value);
      }
    }
  }

  activate(tree: XmlNode): void {
    const view = child(child(tree, 'bookViews'), 'workbookView');
    const active = this.byIndex[Number(view?.attributes['activeTab'] ?? 0)];
    if (active !== undefined) this.workbook.activate(active);
  }

  origin(workbookPart: string, stylesPart: string): Origin {
    const { workbook } = this;
    const sheets = [...this.places].map(
      ([sheet, place]) => [sheet, { ...place, aspects: aspectsOf(workbook, sheet) }] as const,
    );
    return {
      entries: this.pack.entries,
      workbookPart,
      stylesPart,
      sheets: new Map(sheets),
      tables: this.tables,
      charts: this.charts,
      xmlParts: this.xmlParts,
      styles: this.context.styles,
      names: namesState(workbook),
      settings: settingsState(workbook),
      workbookState: workbookState(workbook),
    };
  }
}

function readPrintName(name: string, text: string, sheet: HostSheet): void {
  const areas = text
    .split(',')
    .map((reference) => parseAddress(reference)?.area)
    .filter((area) => area !== undefined);
  if (name === '_xlnm.Print_Area') sheet.page.printArea = areas[0];
  if (name !== '_xlnm.Print_Titles') return;
  sheet.page.titleRows = areas.find((area) => area.columns === 16_384);
  sheet.page.titleColumns = areas.find((area) => area.rows === 1_048_576);
}

/** The value of a custom property is UTF-16 text without a mark [doc: ECMA-376 part 1, custom property part; unverified: the encoding]. */
function utf16Text(bytes: Uint8Array | undefined): string {
  return new TextDecoder('utf-16le').decode(bytes ?? new Uint8Array(0));
}
