/** Light or dark, as the system has it until it is chosen here. */
import { useEffect, useState } from 'react';

export interface Theme {
  readonly isDark: boolean;
  readonly toggle: () => void;
}

/** The choice lasts as long as the page: nothing is stored. */
export function useTheme(): Theme {
  const [chosen, setChosen] = useState<boolean>();
  const [system, setSystem] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      setSystem(query.matches);
    };
    query.addEventListener('change', follow);
    // It may have changed since the page was first drawn.
    follow();
    return () => {
      query.removeEventListener('change', follow);
    };
  }, []);
  const isDark = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  return {
    isDark,
    toggle: () => {
      setChosen(!isDark);
    },
  };
}
