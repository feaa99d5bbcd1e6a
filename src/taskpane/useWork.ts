/** Work of a view that takes a while: how far it is, and giving it up, also when the view is left. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../app/pane';
import type { Busy } from './components/Footer';

export type Tell = (progress: Progress) => void;

/** One piece of work at a time, how far it is, and how it is given up. */
export function useWork(): {
  readonly work: Busy | undefined;
  readonly run: <T>(asking: (tell: Tell, signal: AbortSignal) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
} {
  const [work, setWork] = useState<Busy>();
  const abort = useRef(new AbortController());
  const run = useCallback(
    async <T>(asking: (tell: Tell, signal: AbortSignal) => Promise<T>): Promise<T> => {
      abort.current = new AbortController();
      setWork(BEGUN);
      const tell: Tell = (progress) => {
        setWork((before) => ({ ...(before ?? BEGUN), progress }));
      };
      const done = await asking(tell, abort.current.signal);
      setWork(undefined);
      return done;
    },
    [],
  );
  const cancel = useCallback((): void => {
    setWork((before) => before && { ...before, isCancelling: true });
    abort.current.abort();
  }, []);
  useEffect(
    () => () => {
      abort.current.abort();
    },
    [],
  );
  return { work, run, cancel };
}

const BEGUN: Busy = {
  kind: 'refreshing',
  progress: undefined,
  isCancelling: false,
  isEdited: false,
};
