/** The engine, which is loaded when the first cell asks for a figure. */
import { HostFailure } from '../excel/hostFailure';
import type * as Engine from './figuresWork';

export async function withFigures(): Promise<typeof Engine> {
  try {
    return await import(/* webpackChunkName: "figures-work" */ './figuresWork');
  } catch (error) {
    throw new HostFailure(
      'FiguresNotLoaded',
      `the part of Practice Ledger that computes figures could not be loaded (${String(error)})`,
      'Check the connection, then press Refresh.',
    );
  }
}
