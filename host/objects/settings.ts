/** SettingCollection: the document settings of the add-in. */
import { Refusal } from '../model/refusal';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { text } from './args';

class SettingObject extends HostObject {
  readonly className = 'Setting';

  constructor(
    private readonly all: Map<string, unknown>,
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

  get Value(): unknown {
    if (!this.all.has(this.key)) throw new Refusal('ItemNotFound');
    return this.all.get(this.key);
  }

  set Value(value: unknown) {
    this.all.set(this.key, value);
  }

  Delete(): void {
    if (!this.all.delete(this.key)) throw new Refusal('ItemNotFound');
  }
}

export class SettingsObject extends HostCollection {
  readonly className = 'SettingCollection';

  constructor(private readonly all: Map<string, unknown>) {
    super();
  }

  items(): readonly SettingObject[] {
    return [...this.all.keys()].map((key) => new SettingObject(this.all, key));
  }

  getItem(key: unknown): SettingObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  /** Keys are case-sensitive [unverified]. */
  GetItemOrNullObject(key: unknown): SettingObject | null {
    return this.all.has(text(key)) ? new SettingObject(this.all, text(key)) : null;
  }

  /** Sets or adds [doc: SettingCollection.add]. */
  Add(key: unknown, value: unknown): SettingObject {
    this.all.set(text(key), value);
    return new SettingObject(this.all, text(key));
  }

  GetCount(): number {
    return this.all.size;
  }
}
