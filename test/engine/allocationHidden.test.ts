/** Hidden money that is given back on an invoice: a part of it reaches a line, the rest none. */
import { resultOfRows } from '../support/mixedRun';

it('T13 a hidden refund above what is on its invoice is in no figure but its memo, and proposes nothing', () => {
  const payment = (id: string, day: string, words: string, more = {}) => {
    const [amount = '', ...type] = words.split(' ');
    const own = { 'Payment ID': id, 'Payment Date': day, Amount: amount, Type: type.join(' ') };
    return { ...own, 'Invoice Number': '7', Provider: 'A', 'Patient ID': 'p1', ...more };
  };
  const result = resultOfRows(
    {
      Charges: [
        {
          'Charge ID': 'c1',
          'Service Date': '2024-01-10',
          Provider: 'A',
          Amount: '2.00',
          'Invoice Number': '7',
          'Patient ID': 'p1',
        },
      ],
      Payments: [
        payment('P1', '2024-01-10', '2.00 Payment'),
        payment('P2', '2024-01-10', '-1.00 Refund'),
        payment('P3', '2024-03-01', '-2.00 Refund', { 'Unearned Type': 'Hidden TP' }),
      ],
    },
    { from: '2024-01-01', to: '2024-03-31' },
  );
  const tables = (name: string) => result.sheets.find((sheet) => sheet.name === name)?.tables;
  expect(tables('Suggested Splits')?.[0]?.rows).toEqual([]);
  expect(tables('Income Transfers')?.[0]?.rows).toEqual([]);
  const [unearned, hidden] = tables('Unearned') ?? [];
  expect(unearned?.rows).toEqual([]);
  expect(hidden?.rows).toEqual([['Hidden TP', '0.00', '-2.00', '-2.00']]);
});
