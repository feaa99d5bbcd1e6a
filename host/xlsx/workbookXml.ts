/** The workbook part: its list of sheets, its names, its view. */
import { fixedAddress, sheetPrefix, type Area } from '../model/area';
import type { HostSheet } from '../model/sheet';
import type { HostName, HostWorkbook } from '../model/workbook';
import { childSplices, prefixedTags, rootPrefix, withAttributes } from './edit';
import {
  child,
  childrenNamed,
  escapeXml,
  isOn,
  prefixed,
  spliced,
  xmlTree,
  type Splice,
  type XmlNode,
} from './xml';

/** The elements of the part in their order [doc: ECMA-376 CT_Workbook]. */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'extLst',
];

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Where each sheet of the model stands in the file. */
export interface SheetPlace {
  readonly sheetId: string;
  readonly relationshipId: string;
  /** Whether its print settings changed since it was opened. */
  readonly pageChanged: boolean;
}

/** Writes the workbook part anew where the workbook changed. */
export class WorkbookWriter {
  private readonly tree: XmlNode;
  private readonly prefix: string;

  constructor(
    part: string,
    private readonly text: string,
    private readonly workbook: HostWorkbook,
    private readonly places: ReadonlyMap<HostSheet, SheetPlace>,
  ) {
    this.tree = xmlTree(part, text);
    this.prefix = rootPrefix(text);
  }

  /** The text of the part; namesChanged says whether names have to be written. */
  result(namesChanged: boolean): string {
    const elements: (readonly [string, string])[] = [['sheets', this.sheetsXml()]];
    if (namesChanged) elements.push(['definedNames', this.namesXml()]);
    elements.push(['workbookProtection', this.protectionXml()]);
    const splices = elements.flatMap(([name, element]) => this.elementSplices(name, element));
    return spliced(this.text, [...splices, ...this.viewSplices()]);
  }

  private elementSplices(name: string, element: string): Splice[] {
    const written = prefixedTags(element, this.prefix);
    const node = child(this.tree, name);
    if (node !== undefined && this.text.slice(node.start, node.end) === written) return [];
    return childSplices(this.tree, ORDER, name, written);
  }

  /** The sheets in the order of the model; one that the model does not know, such as a chart sheet, stays behind the same sheet. */
  private sheetsXml(): string {
    const present = childrenNamed(child(this.tree, 'sheets'), 'sheet');
    const written = this.workbook.sheets.map((sheet) => ({
      id: this.places.get(sheet)?.relationshipId ?? '',
      xml: this.sheetXml(sheet, present),
    }));
    let before = '';
    for (const node of present) {
      const id = prefixed(node.attributes, 'id') ?? '';
      if (this.gone.has(id)) continue;
      if (!written.some((sheet) => sheet.id === id)) {
        const at = written.findIndex((sheet) => sheet.id === before) + 1;
        written.splice(at, 0, { id, xml: this.plain(node) });
      }
      before = id;
    }
    return `<sheets>${written.map(({ xml }) => xml).join('')}</sheets>`;
  }

  /** Relationships of sheets that were deleted. */
  readonly gone = new Set<string>();

  private plain(node: XmlNode): string {
    const xml = this.text.slice(node.start, node.end);
    return this.prefix === '' ? xml : xml.replaceAll(`<${this.prefix}`, '<');
  }

  private sheetXml(sheet: HostSheet, present: readonly XmlNode[]): string {
    const place = this.places.get(sheet);
    if (place === undefined) throw new Error(`${sheet.name} has no place in the file.`);
    const state =
      sheet.visibility === 'Visible'
        ? undefined
        : sheet.visibility === 'Hidden'
          ? 'hidden'
          : 'veryHidden';
    const old = present.find(
      ({ attributes }) => prefixed(attributes, 'id') === place.relationshipId,
    );
    if (old !== undefined) return withAttributes(this.plain(old), { name: sheet.name, state });
    const id = `${this.relationshipAttribute()}="${place.relationshipId}"`;
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${place.sheetId}"${shown} ${id}/>`;
  }

  /** The name of r:id in this part. */
  private relationshipAttribute(): string {
    const declared = Object.entries(this.tree.attributes).find(
      ([name, value]) => name.startsWith('xmlns:') && /\/relationships$/.test(value),
    );
    if (declared !== undefined) return `${declared[0].slice('xmlns:'.length)}:id`;
    return `xmlns:r="${RELATIONSHIPS}" r:id`;
  }

  private namesXml(): string {
    const names = [
      ...this.keptNames(),
      ...this.workbook.names.map((name) => this.nameXml(name)),
      ...this.workbook.sheets.flatMap((sheet) => this.printNames(sheet)),
    ];
    return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  }

  /** Names of Excel's own that the model does not hold, such as those of filters, with the new number of their sheet. */
  private keptNames(): string[] {
    const sheets = childrenNamed(child(this.tree, 'sheets'), 'sheet').map(({ attributes }) =>
      prefixed(attributes, 'id'),
    );
    const kept: string[] = [];
    for (const node of childrenNamed(child(this.tree, 'definedNames'), 'definedName')) {
      const { name = '', localSheetId } = node.attributes;
      if (!name.startsWith('_xlnm.')) continue;
      const id = localSheetId === undefined ? undefined : sheets[Number(localSheetId)];
      const owner = [...this.places].find(([, place]) => place.relationshipId === id);
      const isPrint = name === '_xlnm.Print_Area' || name === '_xlnm.Print_Titles';
      if (owner?.[1].pageChanged === true && isPrint) continue;
      if (id !== undefined && this.gone.has(id)) continue;
      const local = owner === undefined ? localSheetId : String(this.indexOf(owner[0]));
      const tag = this.text.slice(node.start, node.openEnd);
      const rest = this.text.slice(node.openEnd, node.end);
      const whole = withAttributes(tag, { localSheetId: local }) + rest;
      kept.push(
        this.prefix === ''
          ? whole
          : whole.replaceAll(`<${this.prefix}`, '<').replaceAll(`</${this.prefix}`, '</'),
      );
    }
    return kept;
  }

  /** The number of a sheet among all sheets of the file, chart sheets too. */
  private indexOf(sheet: HostSheet): number {
    const place = this.places.get(sheet)?.relationshipId ?? '';
    const written = xmlTree('sheets', this.sheetsXml());
    return written.children.findIndex(({ attributes }) => prefixed(attributes, 'id') === place);
  }

  private nameXml({ name, formula, scope, visible, comment }: HostName): string {
    const local = scope === undefined ? '' : ` localSheetId="${this.indexOf(scope)}"`;
    const hidden = visible ? '' : ' hidden="1"';
    const said = comment === '' ? '' : ` comment="${escapeXml(comment)}"`;
    const body = escapeXml(formula.replace(/^=/, ''));
    return `<definedName name="${escapeXml(name)}"${said}${local}${hidden}>${body}</definedName>`;
  }

  private printNames(sheet: HostSheet): string[] {
    if (this.places.get(sheet)?.pageChanged !== true) return [];
    const { printArea, titleRows, titleColumns } = sheet.page;
    const local = ` localSheetId="${this.indexOf(sheet)}"`;
    const refer = (areas: readonly (Area | undefined)[]): string =>
      areas
        .filter((area) => area !== undefined)
        .map((area) => `${sheetPrefix(sheet.name)}${fixedAddress(area)}`)
        .join(',');
    const named = (name: string, text: string): string[] =>
      text === ''
        ? []
        : [`<definedName name="_xlnm.${name}"${local}>${escapeXml(text)}</definedName>`];
    return [
      ...named('Print_Area', refer([printArea])),
      ...named('Print_Titles', refer([titleColumns, titleRows])),
    ];
  }

  private protectionXml(): string {
    const node = child(this.tree, 'workbookProtection');
    const present = node === undefined ? '' : this.plain(node);
    const was = isOn(node?.attributes['lockStructure']);
    if (was === this.workbook.structureProtected) return present;
    if (was) return withAttributes(present, { lockStructure: undefined });
    return withAttributes(present === '' ? '<workbookProtection/>' : present, {
      lockStructure: '1',
    });
  }

  /** The sheet in view; a sheet that was deleted must not be. */
  private viewSplices(): Splice[] {
    const view = child(child(this.tree, 'bookViews'), 'workbookView');
    if (view === undefined) return [];
    const active = this.indexOf(this.workbook.active);
    const old = this.text.slice(view.start, view.openEnd);
    if (Number(view.attributes['activeTab'] ?? 0) === active) return [];
    const text = withAttributes(old, { activeTab: active === 0 ? undefined : String(active) });
    return [{ start: view.start, end: view.openEnd, text }];
  }
}
