/** Saves a workbook: the parts of the opened file as they were, with ours added and only the changed ones changed. */
import type { HostSheet } from '../model/sheet';
import type { HostTable } from '../model/table';
import type { HostWorkbook } from '../model/workbook';
import { newSheetXml, type SheetLinks } from './newSheet';
import { newOrigin, STYLES } from './newWorkbook';
import {
  aspectsOf,
  namesState,
  originOf,
  settingsState,
  tableState,
  workbookState,
  type Aspects,
  type Origin,
  type SheetOrigin,
} from './origin';
import { Package } from './package';
import { patchedSheetXml } from './patchSheet';
import { SETTINGS_NAMESPACE, settingsXml } from './settingsPart';
import { saveCharts } from './saveCharts';
import { StyleWriter } from './stylesXml';
import { changedTableXml, newTableXml } from './tableXml';
import { WorkbookWriter, type SheetPlace } from './workbookXml';
import { child, childrenNamed, xmlTree } from './xml';
import { writeZip } from './zip';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** The bytes of the workbook as an .xlsx file; the same workbook gives the same bytes. */
export function saveWorkbook(workbook: HostWorkbook): Uint8Array {
  if (!workbook.sheets.some((sheet) => sheet.visibility === 'Visible')) {
    throw new Error('A workbook needs a visible sheet.');
  }
  workbook.settle();
  const origin = originOf(workbook) ?? newOrigin(workbook);
  return writeZip(new Saving(workbook, origin).parts());
}

/** A workbook while it is being saved. */
class Saving {
  private readonly pack: Package;
  private readonly styles: StyleWriter;
  private readonly places = new Map<HostSheet, SheetPlace>();
  private formulaGone = false;

  constructor(
    private readonly workbook: HostWorkbook,
    private readonly origin: Origin,
  ) {
    this.pack = new Package(new Map(origin.entries));
    const { stylesPart } = origin;
    const text = stylesPart === '' ? STYLES : this.pack.text(stylesPart);
    this.styles = new StyleWriter('xl/styles.xml', text, workbook.styles, origin.styles);
  }

  parts(): Map<string, Uint8Array> {
    const gone = this.deletedSheets();
    for (const sheet of this.workbook.sheets) {
      const known = this.origin.sheets.get(sheet);
      if (known === undefined) this.addSheet(sheet);
      else this.changeSheet(sheet, known);
    }
    this.changeTables();
    for (const sheet of gone) this.removeSheet(sheet);
    this.writeWorkbook(gone);
    this.writeXmlParts();
    this.writeSettings();
    this.writeStyles();
    if (this.formulaGone || gone.length > 0) this.dropCalcChain();
    return this.pack.entries;
  }

  private putIfChanged(part: string, text: string): void {
    if (text !== this.pack.text(part)) this.pack.put(part, text);
  }

  /** A file without cell formats gets them when it needs some. */
  private writeStyles(): void {
    const { stylesPart, workbookPart } = this.origin;
    const text = this.styles.result();
    if (stylesPart !== '') this.putIfChanged(stylesPart, text);
    else if (text !== STYLES) {
      this.pack.put('xl/styles.xml', text);
      this.pack.declare('xl/styles.xml', `${MAIN}styles+xml`);
      this.pack.relate(workbookPart, 'styles', 'xl/styles.xml');
    }
  }

  private deletedSheets(): SheetOrigin[] {
    const kept = new Set(this.workbook.sheets);
    return [...this.origin.sheets].filter(([sheet]) => !kept.has(sheet)).map(([, known]) => known);
  }

  private addSheet(sheet: HostSheet): void {
    const part = this.pack.freePart('xl/worksheets/sheet', '.xml');
    // The name is taken at once, so that parts that hang on it find it.
    this.pack.put(part, '');
    this.pack.declare(part, `${MAIN}worksheet+xml`);
    const links = this.linksOf(part, sheet, undefined);
    this.pack.put(part, newSheetXml(sheet, links));
    const relationshipId = this.pack.relate(this.origin.workbookPart, 'worksheet', part);
    const sheetId = String(this.freeSheetId());
    const { printArea, titleRows, titleColumns } = sheet.page;
    const prints = printArea ?? titleRows ?? titleColumns;
    this.places.set(sheet, { sheetId, relationshipId, pageChanged: prints !== undefined });
  }

  /** Chart sheets have numbers too, so all of the file count. */
  private freeSheetId(): number {
    const { workbookPart } = this.origin;
    const tree = xmlTree(workbookPart, this.pack.text(workbookPart));
    const inFile = childrenNamed(child(tree, 'sheets'), 'sheet').map(({ attributes }) =>
      Number(attributes['sheetId']),
    );
    const added = [...this.places.values()].map(({ sheetId }) => Number(sheetId));
    return Math.max(0, ...inFile, ...added) + 1;
  }

  private changeSheet(sheet: HostSheet, known: SheetOrigin): void {
    const { part, sheetId, relationshipId, aspects: before } = known;
    const now = aspectsOf(this.workbook, sheet);
    this.places.set(sheet, { sheetId, relationshipId, pageChanged: before.page !== now.page });
    const same = (Object.keys(now) as (keyof Aspects)[]).every(
      (key) => key === 'name' || key === 'visibility' || now[key] === before[key],
    );
    if (same && !sheet.cells.hasTouched) return;
    const links = this.linksOf(part, sheet, { before, now });
    const patched = { part, text: this.pack.text(part), sheet, before, now };
    const { text, formulaGone } = patchedSheetXml(patched, links);
    this.formulaGone ||= formulaGone;
    this.putIfChanged(part, text);
  }

  /** What a sheet part refers to; parts and relationships are only made for what changed. */
  private linksOf(
    part: string,
    sheet: HostSheet,
    change: { before: Aspects; now: Aspects } | undefined,
  ): SheetLinks {
    const differs = (aspect: keyof Aspects): boolean =>
      change === undefined || change.before[aspect] !== change.now[aspect];
    return {
      formatOf: (style) => this.styles.formatOf(style),
      selected: this.workbook.active === sheet,
      tables: differs('tables') ? this.tableLinks(part, sheet) : [],
      custom: differs('custom') ? this.customLinks(part, sheet) : [],
      drawing: differs('charts')
        ? saveCharts(this.pack, part, {
            now: this.workbook.chartsOn(sheet),
            known: this.origin.charts,
          })
        : '',
      relate: (address) => this.pack.relate(part, 'hyperlink', address, true),
    };
  }

  private tableLinks(part: string, sheet: HostSheet): string[] {
    const present = this.pack.relationships(part).filter(({ type }) => type === 'table');
    const tables = this.workbook.tablesOn(sheet);
    const kept = new Set(tables.map((table) => this.origin.tables.get(table)?.part));
    for (const { id, target } of present) {
      if (kept.has(target)) continue;
      this.pack.unrelate(part, id);
      this.pack.remove(target);
      this.pack.undeclare(target);
    }
    return tables.map((table) => {
      const known = this.origin.tables.get(table)?.part;
      const found = present.find(({ target }) => target === known);
      return found?.id ?? this.addTable(part, table);
    });
  }

  private addTable(part: string, table: HostTable): string {
    const name = this.pack.freePart('xl/tables/table', '.xml');
    this.pack.put(name, newTableXml(table));
    this.pack.declare(name, `${MAIN}table+xml`);
    return this.pack.relate(part, 'table', name);
  }

  private changeTables(): void {
    for (const table of this.workbook.tables) {
      const known = this.origin.tables.get(table);
      if (known === undefined || known.state === tableState(table)) continue;
      const { part } = known;
      this.putIfChanged(part, changedTableXml(part, this.pack.text(part), table));
    }
  }

  /** Custom properties lie in parts of UTF-16 text [doc: ECMA-376 part 1, custom property part; unverified: the encoding]. */
  private customLinks(part: string, sheet: HostSheet): (readonly [string, string])[] {
    for (const { id, type, target } of this.pack.relationships(part)) {
      if (type !== 'customProperty') continue;
      this.pack.unrelate(part, id);
      this.pack.remove(target);
      this.pack.undeclare(target);
    }
    return [...sheet.customProperties].map(([name, value]) => {
      const target = this.pack.freePart('xl/customProperty', '.bin');
      this.pack.put(target, utf16Bytes(value));
      this.pack.declare(target, `${MAIN}customProperty`);
      return [name, this.pack.relate(part, 'customProperty', target)] as const;
    });
  }

  /** Takes a sheet away with the parts that only it refers to. */
  private removeSheet({ part, relationshipId }: SheetOrigin): void {
    const owned = this.pack
      .relationships(part)
      .filter(({ external }) => !external)
      .map(({ target }) => target);
    this.pack.unrelate(this.origin.workbookPart, relationshipId);
    this.pack.remove(part);
    this.pack.undeclare(part);
    for (const target of owned) {
      if (this.pack.has(target) && !this.isReferredTo(target)) {
        this.removeOwned(target);
      }
    }
  }

  private removeOwned(part: string): void {
    const owned = this.pack.relationships(part).filter(({ external }) => !external);
    this.pack.remove(part);
    this.pack.undeclare(part);
    for (const { target } of owned) {
      if (this.pack.has(target) && !this.isReferredTo(target)) this.removeOwned(target);
    }
  }

  private isReferredTo(part: string): boolean {
    return [...this.pack.entries.keys()]
      .filter((name) => name.endsWith('.rels'))
      .map((name) => name.replace(/_rels\/([^/]*)\.rels$/, '$1'))
      .some((owner) => this.pack.relationships(owner).some(({ target }) => target === part));
  }

  private writeWorkbook(gone: readonly SheetOrigin[]): void {
    const { workbookPart } = this.origin;
    const text = this.pack.text(workbookPart);
    const isSame = workbookState(this.workbook) === this.origin.workbookState;
    const pagesChanged = [...this.places.values()].some(({ pageChanged }) => pageChanged);
    const namesChanged = pagesChanged || !isSame || namesState(this.workbook) !== this.origin.names;
    if (isSame && !namesChanged) return;
    const writer = new WorkbookWriter(workbookPart, text, this.workbook, this.places);
    for (const { relationshipId } of gone) writer.gone.add(relationshipId);
    this.putIfChanged(workbookPart, writer.result(namesChanged));
  }

  private writeXmlParts(): void {
    const kept = new Set(this.workbook.xmlParts);
    for (const [part, { part: name }] of this.origin.xmlParts) {
      if (kept.has(part)) continue;
      const found = this.xmlRelationship(name);
      if (found !== undefined) this.pack.unrelate(this.origin.workbookPart, found);
      this.removeOwned(name);
    }
    for (const part of this.workbook.xmlParts) {
      const known = this.origin.xmlParts.get(part);
      if (known === undefined) this.addXmlPart(part.xml, part.id);
      else if (known.xml !== part.xml) this.pack.put(known.part, part.xml);
    }
  }

  private xmlRelationship(part: string): string | undefined {
    return this.pack.relationships(this.origin.workbookPart).find(({ target }) => target === part)
      ?.id;
  }

  private addXmlPart(xml: string, id: string): void {
    const item = this.pack.freePart('customXml/item', '.xml');
    this.pack.put(item, xml);
    const properties = item.replace('/item', '/itemProps');
    this.pack.put(properties, itemProperties(id));
    this.pack.declare(
      properties,
      'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    );
    this.pack.declare(item, 'application/xml');
    this.pack.relate(item, 'customXmlProps', properties);
    this.pack.relate(this.origin.workbookPart, 'customXml', item);
  }

  private writeSettings(): void {
    if (settingsState(this.workbook) === this.origin.settings) return;
    const xml = settingsXml(this.workbook.settings);
    const present = this.pack
      .relationships(this.origin.workbookPart)
      .find(
        ({ type, target }) =>
          type === 'customXml' &&
          this.pack.has(target) &&
          this.pack.text(target).includes(SETTINGS_NAMESPACE),
      );
    if (present !== undefined) this.pack.put(present.target, xml);
    else this.addXmlPart(xml, '{5E771A65-0000-4000-8000-000000000000}');
  }

  /** The calculation chain must not name a cell that has no formula any more; Excel makes it anew [doc: ECMA-376 calculation chain part]. */
  private dropCalcChain(): void {
    const { workbookPart } = this.origin;
    for (const { id, type, target } of this.pack.relationships(workbookPart)) {
      if (type !== 'calcChain') continue;
      this.pack.unrelate(workbookPart, id);
      this.pack.remove(target);
      this.pack.undeclare(target);
    }
  }
}

function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit % 256;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

function itemProperties(id: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`
  );
}
