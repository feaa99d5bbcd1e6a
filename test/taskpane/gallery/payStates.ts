/** Every state that the page of pay periods can be in. */
import type { PayOutcome, PayTold } from '../../../src/app/pay/types';
import type { Inspection } from '../../../src/app/pane';
import * as sample from './sample';
import type { GalleryState } from './states';

const inspection: Inspection = {
  ...sample.inspection,
  reports: [
    ...sample.inspection.reports,
    {
      name: 'commission',
      title: 'Commission',
      question: 'What is payable to each provider, on what, and by which rule?',
      missing: '',
    },
  ],
};

const closes: PayOutcome = {
  kind: 'done',
  state: {
    closes: [
      {
        name: 'Close 2024-01 (2)',
        days: '2024-01-01 to 2024-01-31',
        payable: '24,485.53',
        state: 'Closed 2024-02-05 09:00',
        isClosed: true,
      },
      {
        name: 'Close 2024-01',
        days: '2024-01-01 to 2024-01-31',
        payable: '24,310.00',
        state: 'Re-opened 2024-02-04 16:20, because: a bonus was forgotten',
        isClosed: false,
      },
    ],
    trouble: '',
  },
};
const edited: PayOutcome = {
  kind: 'done',
  state: {
    ...closes.state,
    trouble:
      "'Close 2024-01 (2)' was edited after the period was closed; undo the edit, or re-open the period",
  },
};
const done: PayTold = {
  isDone: true,
  words: '2024-03-01 to 2024-03-31 is closed, 24,485.53 in all.',
  fix: 'The sheet ‘Close 2024-03’ keeps what was paid. Later changes are carried into the next period.',
};
const refused: PayTold = {
  isDone: false,
  words: 'The days from 2024-02-01 on are not closed yet: close them first.',
  fix: '',
};

const look = { kind: 'done', inspection } as const;
const open = ['Close a period'];
const asked = [...open, 'Close this period'];
const close = [...asked, 'Yes, close it'];

export const payStates = {
  pay: { script: { look }, press: open },
  'pay-closed': { script: { look, pay: closes }, press: open },
  'pay-edited': { script: { look, pay: edited }, press: open },
  'pay-asked': { script: { look, pay: closes }, press: asked },
  'pay-done': { script: { look, pay: closes, payTold: done }, press: close },
  'pay-refused': { script: { look, pay: closes, payTold: refused }, press: close },
} as const satisfies Record<string, GalleryState>;
