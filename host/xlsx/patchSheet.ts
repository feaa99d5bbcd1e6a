/** Changes a sheet part of the file where the sheet was changed, and leaves the rest of its text alone. */
import { areaAddress, bounds, parseAddress } from '../model/area';
import type { HostSheet } from '../model/sheet';
import { plainTags, prefixedTags, tagPrefix, withAttributes } from './edit';
import { customPropertiesXml, drawingXml, type SheetLinks } from './newSheet';
import { RowPatcher, type PatchedSheet } from './patchRows';
import {
  autoFilterXml,
  colsXml,
  elementSplices,
  headerFooterXml,
  hyperlinksXml,
  listXml,
  mergeCellsXml,
  pageMarginsXml,
  pageSetupXml,
  presentElement,
  printOptionsXml,
  protectionXml,
  sheetPrXml,
  sheetViewsXml,
} from './sheetXml';
import { child, spliced, walkPlacedXml, type Splice, type XmlNode } from './xml';

/** The text of a changed sheet part, and whether a formula of the file is gone from it. */
export function patchedSheetXml(
  patched: PatchedSheet,
  links: SheetLinks,
): { readonly text: string; readonly formulaGone: boolean } {
  const { part, text, sheet } = patched;
  const rowsChanged = sheet.cells.hasTouched || patched.before.rows !== patched.now.rows;
  const patcher = rowsChanged ? new RowPatcher(patched, links.formatOf) : undefined;
  const top = topLevel(part, text, patcher);
  const splices = elementChanges(patched, top, links);
  if (patcher !== undefined) {
    splices.push(...patcher.finish(child(top, 'sheetData')), ...dimension(text, top, sheet));
  }
  return { text: spliced(text, splices), formulaGone: patcher?.formulaGone ?? false };
}

/** The outermost element with its children, without what lies inside them; rows and cells go to the patcher. */
function topLevel(part: string, text: string, patcher: RowPatcher | undefined): XmlNode {
  let top: XmlNode | undefined;
  const path: string[] = [];
  walkPlacedXml(part, text, {
    open(name, attributes, start, openEnd) {
      path.push(name);
      if (path.length > 2) {
        if (path[1] === 'sheetData') patcher?.open(name, attributes, start, openEnd);
        return;
      }
      const node: XmlNode = {
        name,
        attributes,
        children: [],
        text: '',
        start,
        openEnd,
        closeStart: start,
        end: openEnd,
      };
      if (path.length === 1) top = node;
      else top?.children.push(node);
    },
    close(name, start, end) {
      const inside = path.length > 2;
      path.pop();
      if (inside) {
        if (path[1] === 'sheetData') patcher?.close(name, start, end);
        return;
      }
      const node = path.length === 0 ? top : top?.children.at(-1);
      if (node !== undefined) Object.assign(node, { closeStart: start, end });
    },
  });
  if (top === undefined) throw new Error(`${part} is empty.`);
  return top;
}

/** The elements around the rows that changed. */
function elementChanges(
  { text, sheet, before, now }: PatchedSheet,
  top: XmlNode,
  links: SheetLinks,
): Splice[] {
  const splices: Splice[] = [];
  const { page } = sheet;
  const prefix = tagPrefix(text, top);
  const change = (name: string, make: (present: string) => string): void => {
    const present = plainTags(presentElement(text, top, name), prefix);
    const made = make(present);
    if (made === present) return;
    const written = withRelationships(prefixedTags(made, prefix), top);
    splices.push(...elementSplices(top, name, written));
  };
  if (before.properties !== now.properties) change('sheetPr', (old) => sheetPrXml(old, sheet));
  if (before.view !== now.view) {
    change('sheetViews', (old) => sheetViewsXml(old, sheet, links.selected));
  }
  if (before.columns !== now.columns) change('cols', (old) => colsXml(old, sheet, links.formatOf));
  if (before.protection !== now.protection) {
    change('sheetProtection', (old) => protectionXml(old, sheet));
  }
  if (before.filter !== now.filter) change('autoFilter', (old) => autoFilterXml(old, sheet.filter));
  if (before.merges !== now.merges) change('mergeCells', () => mergeCellsXml(sheet.merges));
  if (before.links !== now.links) {
    change('hyperlinks', () => hyperlinksXml(sheet, (address) => links.relate(address)));
  }
  if (before.page !== now.page) {
    change('printOptions', (old) => printOptionsXml(old, page));
    change('pageMargins', () => pageMarginsXml(page));
    change('pageSetup', (old) => pageSetupXml(old, page));
    change('headerFooter', (old) => headerFooterXml(old, page));
  }
  if (before.custom !== now.custom) {
    change('customProperties', () => customPropertiesXml(links.custom));
  }
  if (before.charts !== now.charts) change('drawing', () => drawingXml(links.drawing));
  if (before.tables !== now.tables) {
    const parts = links.tables.map((id) => `<tablePart r:id="${id}"/>`);
    change('tableParts', () => listXml('tableParts', parts));
  }
  return splices;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part without relationships may not have declared the r of r:id. */
function withRelationships(xml: string, top: XmlNode): string {
  return 'xmlns:r' in top.attributes
    ? xml
    : xml.replaceAll(' r:id=', ` xmlns:r="${RELATIONSHIPS}" r:id=`);
}

function dimension(text: string, top: XmlNode, sheet: HostSheet): Splice[] {
  const node = child(top, 'dimension');
  const used = sheet.cells.used(false);
  if (node === undefined || used === undefined) return [];
  const old = parseAddress(node.attributes['ref'] ?? '')?.area;
  const ref = areaAddress(old === undefined ? used : bounds(old, used));
  const tag = withAttributes(text.slice(node.start, node.end), { ref });
  return [{ start: node.start, end: node.end, text: tag }];
}
