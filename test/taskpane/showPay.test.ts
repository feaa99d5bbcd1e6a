/** The ribbon's way to the pay periods: the pane shows them, be it there already or not, and a dialog where it cannot be opened. */
import { askForPay, onPayAsked } from '../../src/app/askedView';
import { showPay } from '../../src/commands/showPay';

const page = globalThis as unknown as { document: unknown; Office: unknown };

/** A page that Excel shows after so many milliseconds, or never. */
function pageShown(after: number | 'never'): { asked: number } {
  const calls = { asked: 0 };
  const listeners = new Set<() => void>();
  const own = {
    visibilityState: 'hidden',
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  page.document = own;
  const showAsTaskpane = (): Promise<void> => {
    calls.asked += 1;
    if (after === 'never') return Promise.reject(new Error('not here'));
    setTimeout(() => {
      own.visibilityState = 'visible';
      for (const listener of [...listeners]) listener();
    }, after);
    return Promise.resolve();
  };
  page.Office = { addin: { showAsTaskpane } };
  return calls;
}

const { document: documentBefore, Office: officeBefore } = page;

afterEach(() => {
  Object.assign(page, { document: documentBefore, Office: officeBefore });
});

it('waits until Excel shows the pane', async () => {
  const calls = pageShown(50);
  expect(await showPay()).toBe(true);
  expect(calls.asked).toBe(1);
});

it('tells where the pane does not come', async () => {
  pageShown('never');
  expect(await showPay()).toBe(false);
});

it('is remembered until the pane is there, and told once', () => {
  askForPay();
  const told: string[] = [];
  const stop = onPayAsked(() => told.push('first'));
  expect(told).toEqual(['first']);
  askForPay();
  expect(told).toHaveLength(2);
  stop();
  onPayAsked(() => told.push('anew'))();
  expect(told).toHaveLength(2);
  askForPay();
  onPayAsked(() => told.push('again'))();
  expect(told.at(-1)).toBe('again');
});
