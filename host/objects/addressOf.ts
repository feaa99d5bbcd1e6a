/** Where an API call takes a range or an address. */
import { parseAddress, type Area } from '../model/area';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { RangeShape } from './rangeShape';
import { text } from './args';

/** The area that a range object or an address means on a sheet; InvalidArgument where it lies on another sheet. */
export function addressOf(value: unknown, sheet: HostSheet): Area {
  if (value instanceof RangeShape) {
    if (value.sheet !== sheet) throw new Refusal('InvalidArgument');
    return value.area;
  }
  const found = parseAddress(text(value));
  if (found === undefined) throw new Refusal('InvalidArgument');
  if (found.sheet !== undefined && found.sheet.toLowerCase() !== sheet.name.toLowerCase()) {
    throw new Refusal('InvalidArgument');
  }
  return found.area;
}
