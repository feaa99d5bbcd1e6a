/** Objects that the add-in keeps from one request to the next. */
import { Refusal } from '../model/refusal';
import type { HostObject } from './hostObject';

/** The kept objects of one add-in. */
export class References {
  private readonly kept = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private made = 0;

  /** How many objects are kept. */
  get count(): number {
    return this.kept.size;
  }

  /** Keeps an object and gives the id by which it is found again. */
  keep(target: HostObject): string {
    const known = this.ids.get(target);
    if (known !== undefined) return known;
    this.made += 1;
    const id = `ref${this.made}`;
    this.kept.set(id, target);
    this.ids.set(target, id);
    return id;
  }

  /** The id of a kept object. */
  idOf(target: HostObject): string | undefined {
    return this.ids.get(target);
  }

  /** The object of an id; throws InvalidReference where it is not kept any more. */
  find(id: string): HostObject {
    const found = this.kept.get(id);
    if (found === undefined) throw new Refusal('InvalidReference');
    return found;
  }

  release(id: string): void {
    const found = this.kept.get(id);
    if (found !== undefined) this.ids.delete(found);
    this.kept.delete(id);
  }

  releaseAll(): void {
    this.kept.clear();
    this.ids.clear();
  }
}
