/** Reading and writing the XML of workbook parts. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { WorkbookRefused } from './refused';

/** Elements nest no deeper in a workbook. */
const DEPTH_MAX = 256;

/** What to do with the pieces of a part, in their order. Names come without a namespace prefix. */
interface XmlVisitor {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** As XmlVisitor, with the place of each tag in the text: before its "<" and after its ">". */
interface PlacedXmlVisitor {
  open(name: string, attributes: Attributes, start: number, end: number): void;
  text?(text: string): void;
  close(name: string, start: number, end: number): void;
}

export type Attributes = Readonly<Record<string, string>>;

/** The text of a part; parts are UTF-8 or, with a mark, UTF-16 [doc: ECMA-376 part 2]. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

/** Walks through a part; throws WorkbookRefused where it is no XML, has a DTD, or nests too deep. The part is named in the reason. */
export function walkXml(part: string, text: string, visitor: XmlVisitor): void {
  walk(part, text, {
    open: ({ name, attributes }) => visitor.open?.(localName(name), attributes),
    text: (piece) => visitor.text?.(piece),
    close: ({ name }) => visitor.close?.(localName(name)),
  });
}

/** As walkXml, for those who change the text: the last "<" before the end of a tag is its own, since values hold none. */
export function walkPlacedXml(part: string, text: string, visitor: PlacedXmlVisitor): void {
  const startOf = (end: number): number => text.lastIndexOf('<', end - 1);
  walk(part, text, {
    open: ({ name, attributes }, end) => {
      visitor.open(localName(name), attributes, startOf(end), end);
    },
    text: (piece) => visitor.text?.(piece),
    close: ({ name }, end) => {
      visitor.close(localName(name), startOf(end), end);
    },
  });
}

/** What the parser meets; end is the place in the text after the tag. */
interface Steps {
  open(tag: SaxesTagPlain, end: number): void;
  text(piece: string): void;
  close(tag: SaxesTagPlain, end: number): void;
}

function walk(part: string, text: string, steps: Steps): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new WorkbookRefused(`The file is damaged: ${part} is not well-formed XML.`);
  });
  parser.on('doctype', () => {
    throw new WorkbookRefused(`${part} declares a document type, which no workbook needs.`);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > DEPTH_MAX) throw new WorkbookRefused(`${part} nests more than ${DEPTH_MAX} deep.`);
    steps.open(tag, parser.position);
  });
  parser.on('text', (piece) => {
    steps.text(piece);
  });
  parser.on('cdata', (piece) => {
    steps.text(piece);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    steps.close(tag, parser.position);
  });
  parser.write(text).close();
}

/** A name without its namespace prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element of a small part, with its place in the text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  text: string;
  /** Before "<" of the opening tag. */
  readonly start: number;
  /** After ">" of the opening tag. */
  readonly openEnd: number;
  /** Before "<" of the closing tag; start where the element closes itself. */
  closeStart: number;
  /** After the whole element. */
  end: number;
}

/** A small part as a tree. */
export function xmlTree(part: string, text: string): XmlNode {
  const root: XmlNode = {
    name: '',
    attributes: {},
    children: [],
    text: '',
    start: 0,
    openEnd: 0,
    closeStart: 0,
    end: 0,
  };
  const path = [root];
  walkPlacedXml(part, text, {
    open(name, attributes, start, openEnd) {
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
      path.at(-1)?.children.push(node);
      path.push(node);
    },
    text(piece) {
      const node = path.at(-1);
      if (node !== undefined) node.text += piece;
    },
    close(_, start, end) {
      const node = path.pop();
      if (node === undefined) return;
      node.closeStart = start;
      node.end = end;
    },
  });
  const [document] = root.children;
  if (document === undefined) throw new WorkbookRefused(`The file is damaged: ${part} is empty.`);
  return document;
}

/** The first child of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((item) => item.name === name);
}

/** The children of this name. */
export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((item) => item.name === name) ?? [];
}

/** An attribute by its name without prefix, such as the id of "r:id"; one that has a prefix is meant only where asked. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find(
    (candidate) => candidate.includes(':') && localName(candidate) === name,
  );
  return key === undefined ? undefined : attributes[key];
}

/** Whether an XML boolean says yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Whether an XML boolean says no; one that is absent says nothing. */
export function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** Text for between tags or quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) =>
    mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : '&quot;',
  );
}

/**
 * The text of a cell as the file holds it: what XML cannot carry stands as _xHHHH_, and so does an underscore that would
 * be read as the start of one [doc: ECMA-376 ST_Xstring].
 */
export function escapeCellText(text: string): string {
  const escaped = text.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
  return escapeXml(escaped);
}

/** The text that a cell of the file stands for. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** A piece of text to put in the place of another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its splices done; they do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((one, two) => one.start - two.start || one.end - two.end);
  const pieces: string[] = [];
  let at = 0;
  for (const splice of ordered) {
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
