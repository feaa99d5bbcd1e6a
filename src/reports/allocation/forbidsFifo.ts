/** Why income transfers cannot be made under these options; empty: they can. */
import type { Options } from '../../engine/options';

/** FIFO asks not whose money it is, which full enforcement forbids (T12). */
export function forbidsFifo(_: unknown, options: Options): string {
  const isForbidden = options['transfer'] === 'fifo' && options['paysplit-enforcement'] === 'fully';
  return isForbidden
    ? 'option transfer=fifo is not available with paysplit-enforcement=fully; choose auto or none, or transfer=layers'
    : '';
}
