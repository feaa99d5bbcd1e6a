/** Small changes of XML text that leave the rest of it as it was. */
import { escapeXml, spliced, xmlTree, type Splice, type XmlNode } from './xml';

/** The namespace prefix of an element's tag with its colon, '' for none. */
export function tagPrefix(text: string, node: XmlNode): string {
  return /^<([^\s:/>]+:)?/.exec(text.slice(node.start, node.openEnd))?.[1] ?? '';
}

/** The prefix of the outermost element of a part. */
export function rootPrefix(text: string): string {
  return /<([A-Za-z_][^\s:/>]*:)?[A-Za-z_]/.exec(text)?.[1] ?? '';
}

/** XML of the file without the part's own prefix, to be worked on. */
export function plainTags(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
}

/** XML that was made without prefixes, with one before every tag that has none. Text in it is escaped, so "<" is always a tag. */
export function prefixedTags(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}

/** An opening tag, or a whole element without children, with attributes set; undefined takes one away. */
export function withAttributes(
  tag: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  let changed = tag;
  for (const [name, value] of Object.entries(changes)) {
    const known = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);
    const written = value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;
    changed = known.test(changed)
      ? changed.replace(known, () => written)
      : changed.replace(/\s*(\/?>)$/, (_, end: string) => `${written}${end}`);
  }
  return changed;
}

/**
 * The splice that replaces a child of an element, adds it at its place in the order of the schema, or takes it away
 * (an element of ''); none where there is nothing to do.
 */
export function childSplices(
  parent: XmlNode,
  order: readonly string[],
  name: string,
  element: string,
): Splice[] {
  const present = parent.children.find((node) => node.name === name);
  if (present !== undefined) return [{ start: present.start, end: present.end, text: element }];
  if (element === '') return [];
  const place = order.indexOf(name);
  const after = parent.children.find((node) => order.indexOf(node.name) > place);
  const at = after?.start ?? parent.closeStart;
  return [{ start: at, end: at, text: element }];
}

/** An element of the text, changed by a function that gets it as a tree of its own. */
export function reworked(
  part: string,
  xml: string,
  change: (node: XmlNode, text: string) => readonly Splice[],
): string {
  return spliced(xml, change(xmlTree(part, xml), xml));
}
