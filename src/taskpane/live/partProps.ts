import type { ArgumentLists, FunctionServices, Told } from '../../app/live/types';

/** What every part of the page of functions is given. */
export interface PartProps {
  readonly services: FunctionServices;
  readonly lists: ArgumentLists;
  /** Shows what becomes of something that was asked for. */
  readonly ask: (work: Promise<Told>) => void;
}
