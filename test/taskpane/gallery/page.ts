/** The page of the gallery: the pane in the state of the address, in the theme of its query. */
import { startPane } from '../../../src/taskpane/startPane';
import { fakeServices, type Call } from './fakeServices';
import { states, type GalleryState, type StateName } from './states';

declare global {
  interface Window {
    /** What the pane asked of its services. */
    calls: readonly Call[];
    /** Edits the ledger. */
    editLedger: () => void;
  }
}

const state: GalleryState = states[location.hash.slice(1) as StateName];
const isDark = new URLSearchParams(location.search).get('theme') === 'dark';
const fake = fakeServices(state.script);
window.calls = fake.calls;
window.editLedger = fake.change;
startPane(fake.services, () => isDark);
