/** The sentences that the pane shows under an option, in the labels of its choices. */
import { optionEffectTexts } from '../../src/app/optionEffectTexts';
import { parseLedger } from '../support/ledgerText';
import { runEffects } from '../support/runEffects';

const march = { from: '2024-03-01', to: '2024-03-31' };

const creditLast = parseLedger(`
  line  5001 L1 Adams 2024-03-01  100.00
  line  5001 L2 Baker 2024-03-02   60.00
  line  5001 L3 Adams 2024-03-03  -20.00
  close 5001 2024-03-05
  pay   5001 2024-03-20  110.00
`);

function texts(reports: string[], options: Record<string, string> = {}): unknown {
  return optionEffectTexts(runEffects(creditLast, reports, { ...march, options })?.effects ?? []);
}

it('says which choice the run was made with, and what the other would do', () => {
  expect(texts(['collected-invoicing'], { 'negative-lines': 'first' })).toEqual([
    {
      option: 'negative-lines',
      now: 'Before all others',
      sentences: [
        '‘In their place’ would move 20.00 from Baker to Adams in Total Invoicing Collected (Practice Summary).',
      ],
    },
    {
      option: 'detail-rows',
      now: 'Only lines that money moved',
      sentences: ['No other choice moves money.'],
    },
  ]);
});

it('has no entry for an option of a report that was not made', () => {
  expect(texts(['gross-invoicing'])).toEqual([]);
});
