/** The document properties: title, author and the like. */
import type { HostProperties } from '../model/workbook';
import type { Package } from './package';
import { child, childrenNamed, isOn, xmlTree } from './xml';

/** Reads the core, extended and custom properties of a file. */
export function readProperties(pack: Package, properties: HostProperties): void {
  for (const { type, target } of pack.relationships('')) {
    if (!pack.has(target)) continue;
    if (type === 'core-properties') readCore(pack, target, properties);
    else if (type === 'extended-properties') readExtended(pack, target, properties);
    else if (type === 'custom-properties') readCustom(pack, target, properties);
  }
}

function readCore(pack: Package, part: string, properties: HostProperties): void {
  const tree = xmlTree(part, pack.text(part));
  const text = (name: string): string => child(tree, name)?.text ?? '';
  properties.title = text('title');
  properties.subject = text('subject');
  properties.author = text('creator');
  properties.keywords = text('keywords');
  properties.comments = text('description');
  properties.lastAuthor = text('lastModifiedBy');
  properties.category = text('category');
}

function readExtended(pack: Package, part: string, properties: HostProperties): void {
  const tree = xmlTree(part, pack.text(part));
  properties.manager = child(tree, 'Manager')?.text ?? '';
  properties.company = child(tree, 'Company')?.text ?? '';
}

function readCustom(pack: Package, part: string, properties: HostProperties): void {
  for (const property of childrenNamed(xmlTree(part, pack.text(part)), 'property')) {
    const [value] = property.children;
    const name = property.attributes['name'];
    if (value === undefined || name === undefined) continue;
    properties.custom.set(name, typed(value.name, value.text));
  }
}

function typed(kind: string, text: string): string | number | boolean {
  if (kind === 'bool') return isOn(text);
  return /^(i[1248]|ui[1248]|r[48]|int|decimal)$/.test(kind) ? Number(text) : text;
}
