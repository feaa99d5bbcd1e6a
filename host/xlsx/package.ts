/** The parts of a workbook file and the relationships between them. */
import { WorkbookRefused } from './refused';
import { childrenNamed, escapeXml, spliced, xmlText, xmlTree } from './xml';
import type { ZipEntries } from './zip';

/** A relationship of a part: where another part lies. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type, such as "worksheet"; the transitional and the strict form end alike. */
  readonly type: string;
  /** The part name, or the address of something outside. */
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIP_BASE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

/** The parts of one workbook file; they can be read, replaced, added and removed. */
export class Package {
  constructor(readonly entries: ZipEntries) {}

  has(part: string): boolean {
    return this.entries.has(part);
  }

  /** The XML of a part; throws WorkbookRefused where it is missing. */
  text(part: string): string {
    const bytes = this.entries.get(part);
    if (bytes === undefined) throw new WorkbookRefused(`The file is damaged: ${part} is missing.`);
    return xmlText(bytes);
  }

  bytes(part: string): Uint8Array | undefined {
    return this.entries.get(part);
  }

  put(part: string, content: string | Uint8Array): void {
    this.entries.set(part, typeof content === 'string' ? utf8(content) : content);
  }

  remove(part: string): void {
    this.entries.delete(part);
    this.entries.delete(relationshipsPart(part));
  }

  /** The relationships of a part; '' is the package itself. */
  relationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return [];
    const tree = xmlTree(rels, this.text(rels));
    return childrenNamed(tree, 'Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: external ? target : this.resolve(part, target),
        external,
      };
    });
  }

  /** The part that a target means, in the spelling of the file. */
  private resolve(from: string, target: string): string {
    const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const step of decodeURI(target).split('/')) {
      if (step === '..') path.pop();
      else if (step !== '' && step !== '.') path.push(step);
    }
    const name = path.join('/');
    if (this.has(name)) return name;
    const wanted = name.toLowerCase();
    return [...this.entries.keys()].find((known) => known.toLowerCase() === wanted) ?? name;
  }

  /** Adds a relationship to a part and gives its id. */
  relate(part: string, type: string, target: string, external = false): string {
    const rels = relationshipsPart(part);
    const known = this.relationships(part);
    let number = known.length + 1;
    while (known.some(({ id }) => id === `rId${number}`)) number += 1;
    const id = `rId${number}`;
    const full = type.includes('://') ? type : RELATIONSHIP_BASE + type;
    const place = external ? `${escapeXml(target)}" TargetMode="External` : `/${target}`;
    const element = `<Relationship Id="${id}" Type="${full}" Target="${place}"/>`;
    const text = this.has(rels)
      ? this.text(rels)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
    this.put(rels, withChild(rels, text, element));
    return id;
  }

  /** Takes a relationship away. */
  unrelate(part: string, id: string): void {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return;
    const text = this.text(rels);
    const gone = childrenNamed(xmlTree(rels, text), 'Relationship').filter(
      ({ attributes }) => attributes['Id'] === id,
    );
    this.put(
      rels,
      spliced(
        text,
        gone.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  }

  /** The content type of a part as the package declares it. */
  contentType(part: string): string {
    const tree = xmlTree(CONTENT_TYPES, this.text(CONTENT_TYPES));
    const own = childrenNamed(tree, 'Override').find(
      ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${part}`.toLowerCase(),
    );
    const extension = part.split('.').at(-1)?.toLowerCase();
    const common = childrenNamed(tree, 'Default').find(
      ({ attributes }) => attributes['Extension']?.toLowerCase() === extension,
    );
    return (own ?? common)?.attributes['ContentType'] ?? '';
  }

  /** Declares the content type of a new part. */
  declare(part: string, contentType: string): void {
    const text = this.text(CONTENT_TYPES);
    const element = `<Override PartName="/${part}" ContentType="${contentType}"/>`;
    this.put(CONTENT_TYPES, withChild(CONTENT_TYPES, text, element));
  }

  /** Takes the declaration of a part away. */
  undeclare(part: string): void {
    const text = this.text(CONTENT_TYPES);
    const gone = childrenNamed(xmlTree(CONTENT_TYPES, text), 'Override').filter(
      ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${part}`.toLowerCase(),
    );
    this.put(
      CONTENT_TYPES,
      spliced(
        text,
        gone.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  }

  /** A part name with a number that is not taken: freePart('xl/worksheets/sheet', '.xml'). */
  freePart(stem: string, ending: string): string {
    const taken = new Set([...this.entries.keys()].map((name) => name.toLowerCase()));
    let number = 1;
    while (taken.has(`${stem}${number}${ending}`.toLowerCase())) number += 1;
    return `${stem}${number}${ending}`;
  }
}

/** XML is written as UTF-8, whatever it was before. */
function utf8(xml: string): Uint8Array {
  const said = xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16(?=["'])/i, '$1UTF-8');
  return new TextEncoder().encode(said);
}

/** Where the relationships of a part stand. */
function relationshipsPart(part: string): string {
  const steps = part.split('/');
  const name = steps.pop() ?? '';
  return [...steps, '_rels', `${name}.rels`].join('/');
}

/** The XML with an element added at the end of its outermost one. */
export function withChild(part: string, text: string, element: string): string {
  const root = xmlTree(part, text);
  if (root.closeStart > root.start) {
    return spliced(text, [{ start: root.closeStart, end: root.closeStart, text: element }]);
  }
  const open = text.slice(root.start, root.end).replace(/\/>$/, '>');
  const name = /^<([^\s/>]+)/.exec(open)?.[1] ?? '';
  return spliced(text, [{ start: root.start, end: root.end, text: `${open}${element}</${name}>` }]);
}
