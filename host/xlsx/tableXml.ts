/** Table parts. */
import { areaAddress } from '../model/area';
import type { HostTable } from '../model/table';
import { plainTags, prefixedTags, rootPrefix, withAttributes } from './edit';
import {
  child,
  childrenNamed,
  escapeCellText,
  spliced,
  xmlTree,
  type Splice,
  type XmlNode,
} from './xml';

const TABLE_OPEN = '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The part of a new table. */
export function newTableXml(table: HostTable): string {
  const attributes = withAttributes(`${TABLE_OPEN}>`, tableAttributes(table));
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    attributes,
    filterXml(table),
    `<tableColumns count="${table.columns.length}">${table.columns.map((_, at) => columnXml(table, at, '')).join('')}</tableColumns>`,
    styleXml(table),
    '</table>',
  ].join('');
}

/** The part of a changed table, made from what the file has. */
export function changedTableXml(part: string, text: string, table: HostTable): string {
  const prefix = rootPrefix(text);
  const plain = plainTags(text, prefix);
  const tree = xmlTree(part, plain);
  const splices: Splice[] = [
    {
      start: tree.start,
      end: tree.openEnd,
      text: withAttributes(plain.slice(tree.start, tree.openEnd), tableAttributes(table)),
    },
    ...replaced(tree, 'autoFilter', filterXml(table), plain),
    ...replaced(tree, 'tableStyleInfo', styleXml(table), plain),
    ...columnSplices(tree, plain, table),
  ];
  return prefixedTags(spliced(plain, splices), prefix);
}

function tableAttributes(table: HostTable): Record<string, string | undefined> {
  return {
    id: String(table.id),
    name: table.name,
    displayName: table.name,
    ref: areaAddress(table.area),
    headerRowCount: table.showHeaders ? undefined : '0',
    totalsRowCount: table.showTotals ? '1' : undefined,
    totalsRowShown: table.showTotals ? undefined : '0',
  };
}

/** The filter covers headers and body, not the totals. */
function filterXml(table: HostTable): string {
  if (!table.showHeaders || !table.showFilterButton) return '';
  const rows = table.area.rows - (table.showTotals ? 1 : 0);
  return `<autoFilter ref="${areaAddress({ ...table.area, rows })}"/>`;
}

function styleXml(table: HostTable): string {
  const on = (value: boolean): string => (value ? '1' : '0');
  return withAttributes('<tableStyleInfo/>', {
    name: table.style === '' ? undefined : table.style,
    showFirstColumn: on(table.highlightFirstColumn),
    showLastColumn: on(table.highlightLastColumn),
    showRowStripes: on(table.showBandedRows),
    showColumnStripes: on(table.showBandedColumns),
  });
}

/** Line breaks in a header stand as _x000a_ [doc: ECMA-376 tableColumn name]. */
function columnXml(table: HostTable, at: number, present: string): string {
  const name = escapeCellText(table.columns[at] ?? '').replace(/\n/g, '_x000a_');
  const tag = present === '' ? `<tableColumn id="${at + 1}" name=""/>` : present;
  return tag.replace(/(\sname=)("[^"]*"|'[^']*')/, (_, key: string) => `${key}"${name}"`);
}

/** An element replaced where the file has it and it differs; a filter keeps its criteria while its place is the same. */
function replaced(tree: XmlNode, name: string, element: string, plain: string): Splice[] {
  const node = child(tree, name);
  if (node === undefined) {
    const before = child(tree, name === 'autoFilter' ? 'tableColumns' : 'extLst');
    const at = before?.start ?? tree.closeStart;
    return element === '' ? [] : [{ start: at, end: at, text: element }];
  }
  const ref = node.attributes['ref'];
  if (ref !== undefined && element.includes(`ref="${ref}"`)) return [];
  const same = plain.slice(node.start, node.end) === element;
  return same ? [] : [{ start: node.start, end: node.end, text: element }];
}

function columnSplices(tree: XmlNode, plain: string, table: HostTable): Splice[] {
  const list = child(tree, 'tableColumns');
  if (list === undefined) return [];
  const present = childrenNamed(list, 'tableColumn').map((node) =>
    plain.slice(node.start, node.end),
  );
  const columns = table.columns.map((_, at) => columnXml(table, at, present[at] ?? ''));
  const whole = `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`;
  return [{ start: list.start, end: list.end, text: whole }];
}
