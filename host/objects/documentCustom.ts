/** The custom document properties, to be read. */
import { Refusal } from '../model/refusal';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { text } from './args';

type PropertyValue = string | number | boolean;

class CustomPropertyObject extends HostObject {
  readonly className = 'CustomProperty';

  constructor(
    private readonly key: string,
    private readonly value: PropertyValue,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: string } {
    return { _Id: this.key };
  }

  get Key(): string {
    return this.key;
  }

  get Value(): PropertyValue {
    return this.value;
  }
}

export class DocumentCustomPropertiesObject extends HostCollection {
  readonly className = 'CustomPropertyCollection';

  constructor(private readonly all: ReadonlyMap<string, PropertyValue>) {
    super();
  }

  items(): readonly CustomPropertyObject[] {
    return [...this.all].map(([key, value]) => new CustomPropertyObject(key, value));
  }

  getItem(key: unknown): CustomPropertyObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(key: unknown): CustomPropertyObject | null {
    const wanted = text(key).toLowerCase();
    return this.items().find((item) => item.Key.toLowerCase() === wanted) ?? null;
  }

  GetCount(): number {
    return this.all.size;
  }
}
