/** Whether Excel, or else the system, is dark; read again when the pane is shown again. */
import { useEffect, useState } from 'react';

/** `isDark` is read at the start, when the pane becomes visible and when the system changes. */
export function useIsDark(isDark: () => boolean): boolean {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const readAgain = (): void => {
      setDark(isDark());
    };
    const system = matchMedia('(prefers-color-scheme: dark)');
    document.addEventListener('visibilitychange', readAgain);
    system.addEventListener('change', readAgain);
    // It may have changed since the pane was first drawn.
    readAgain();
    return () => {
      document.removeEventListener('visibilitychange', readAgain);
      system.removeEventListener('change', readAgain);
    };
  }, [isDark]);
  return dark;
}
