/** CustomXmlPartCollection. */
import { Refusal } from '../model/refusal';
import type { HostWorkbook, HostXmlPart } from '../model/workbook';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { text } from './args';

class XmlPartObject extends HostObject {
  readonly className = 'CustomXmlPart';

  constructor(
    private readonly workbook: HostWorkbook,
    private readonly part: HostXmlPart,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: string } {
    return { Id: this.part.id };
  }

  get Id(): string {
    return this.part.id;
  }

  /** The namespace of the outermost element. */
  get NamespaceUri(): string {
    return namespaceOf(this.part.xml);
  }

  GetXml(): string {
    return this.part.xml;
  }

  SetXml(xml: unknown): void {
    this.part.xml = text(xml);
  }

  Delete(): void {
    const at = this.workbook.xmlParts.indexOf(this.part);
    if (at < 0) throw new Refusal('ItemNotFound');
    this.workbook.xmlParts.splice(at, 1);
  }
}

function namespaceOf(xml: string): string {
  const [, prefix = '', attributes = ''] =
    /<(?:([\w.-]+):)?[\w.-]+((?:\s[^>]*)?)\/?>/.exec(xml.replace(/<[?!][^>]*>/g, '')) ?? [];
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const found = new RegExp(`(?:^|\\s)${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

export class XmlPartsObject extends HostCollection {
  readonly className: string = 'CustomXmlPartCollection';

  constructor(
    protected readonly workbook: HostWorkbook,
    private readonly namespace?: string,
  ) {
    super();
  }

  items(): readonly XmlPartObject[] {
    const parts = this.workbook.xmlParts.map((part) => new XmlPartObject(this.workbook, part));
    const { namespace } = this;
    return namespace === undefined
      ? parts
      : parts.filter((part) => part.NamespaceUri === namespace);
  }

  getItem(id: unknown): XmlPartObject {
    const found = this.GetItemOrNullObject(id);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(id: unknown): XmlPartObject | null {
    const wanted = text(id);
    return this.items().find((part) => part.Id === wanted) ?? null;
  }

  Add(xml: unknown): XmlPartObject {
    const content = text(xml);
    if (!content.trimStart().startsWith('<')) throw new Refusal('InvalidArgument');
    const part = { id: this.freeId(), xml: content };
    this.workbook.xmlParts.push(part);
    return new XmlPartObject(this.workbook, part);
  }

  GetByNamespace(namespace: unknown): ScopedXmlPartsObject {
    return new ScopedXmlPartsObject(this.workbook, text(namespace));
  }

  GetCount(): number {
    return this.items().length;
  }

  /** Ids are counted, so that the same steps give the same workbook; in Excel they are random. */
  private freeId(): string {
    let number = this.workbook.xmlParts.length + 1;
    const id = (): string => `{${String(number).padStart(8, '0')}-0000-4000-8000-000000000000}`;
    while (this.workbook.xmlParts.some((part) => part.id === id())) number += 1;
    return id();
  }
}

class ScopedXmlPartsObject extends XmlPartsObject {
  override readonly className = 'CustomXmlPartScopedCollection';

  GetOnlyItem(): XmlPartObject {
    const found = this.GetOnlyItemOrNullObject();
    if (found === null) throw new Refusal('GeneralException');
    return found;
  }

  GetOnlyItemOrNullObject(): XmlPartObject | null {
    const [first, second] = this.items();
    return first !== undefined && second === undefined ? first : null;
  }
}
