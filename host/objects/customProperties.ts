/** WorksheetCustomPropertyCollection. */
import { Refusal } from '../model/refusal';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { text } from './args';

class CustomPropertyObject extends HostObject {
  readonly className = 'WorksheetCustomProperty';

  constructor(
    private readonly all: Map<string, string>,
    private readonly key: string,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: string } {
    return { _Id: this.key };
  }

  get Key(): string {
    return this.key;
  }

  get Value(): string {
    const value = this.all.get(this.key);
    if (value === undefined) throw new Refusal('ItemNotFound');
    return value;
  }

  set Value(value: unknown) {
    this.all.set(this.key, text(value));
  }

  Delete(): void {
    if (!this.all.delete(this.key)) throw new Refusal('ItemNotFound');
  }
}

/** Properties by key; keys are not case-sensitive [doc: WorksheetCustomProperty.key]. */
export class CustomPropertiesObject extends HostCollection {
  readonly className = 'WorksheetCustomPropertyCollection';

  constructor(private readonly all: Map<string, string>) {
    super();
  }

  items(): readonly HostObject[] {
    return [...this.all.keys()].map((key) => this.of(key));
  }

  getItem(key: unknown): HostObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(key: unknown): HostObject | null {
    const known = this.known(text(key));
    return known === undefined ? null : this.of(known);
  }

  /** Adds a property or gives it another value [doc: WorksheetCustomPropertyCollection.add]. */
  Add(key: unknown, value: unknown): HostObject {
    const wanted = text(key);
    // [doc: WorksheetCustomPropertyCollection.add] a longer key is InvalidArgument.
    if (wanted.length > 255 || wanted === '') throw new Refusal('InvalidArgument');
    const name = this.known(wanted) ?? wanted;
    this.all.set(name, text(value));
    return this.of(name);
  }

  GetCount(): number {
    return this.all.size;
  }

  private known(key: string): string | undefined {
    const wanted = key.toLowerCase();
    return [...this.all.keys()].find((name) => name.toLowerCase() === wanted);
  }

  private of(key: string): HostObject {
    return new CustomPropertyObject(this.all, key);
  }
}
