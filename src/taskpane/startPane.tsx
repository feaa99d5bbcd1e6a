/** Puts the pane on its page. */
import { createRoot } from 'react-dom/client';
import type { PaneServices } from '../app/pane';
import { App } from './App';

/** Shows the pane in the element `pane`; `isDark` says which theme the surroundings have. */
export function startPane(services: PaneServices, isDark: () => boolean): void {
  const place = document.getElementById('pane');
  if (place === null) throw new Error('the page has no element "pane"');
  createRoot(place).render(<App services={services} isDark={isDark} />);
}
