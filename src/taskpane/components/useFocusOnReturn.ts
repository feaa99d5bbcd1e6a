/** The button that led to a view takes the focus when one comes back from there. */
import { useEffect, useRef, type RefObject } from 'react';

/** For the element around the button. */
export function useFocusOnReturn(wasAway: boolean): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasAway) around.current?.querySelector('button')?.focus();
  }, [wasAway]);
  return around;
}
