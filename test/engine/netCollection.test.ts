/** Net collection: whose money it is, on its Payment Date (Type table, "Provider of money", I-9). */
import * as fc from 'fast-check';
import { atOnce } from '../../src/core/steps';
import { endOfText, startOfText } from '../../src/core/period';
import { allocateLedger } from '../../src/engine/allocateLedger';
import { type Figures, figuresOf } from '../../src/engine/figures';
import { chooseOptions } from '../../src/engine/options';
import { moneyTypes, typeOf } from '../../src/ledger/moneyTypes';
import { textAt } from '../../src/core/column';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { always, ledgers, ranges } from '../support/randomLedger';
import { ledgerOf } from '../support/run';

const chosen = chooseOptions([]);
if ('refusal' in chosen) throw new Error(chosen.refusal);
const defaults = chosen.options;

function figuresFor(plain: PlainLedger): Figures {
  const allocated = atOnce(allocateLedger(ledgerOf(plain), 'chronological'));
  return atOnce(figuresOf(allocated, defaults));
}

function net(figures: Figures, name: string, [from, to]: readonly [string, string]): number {
  const period = { from: startOfText(from)!, to: endOfText(to)! };
  const provider = name === '' ? undefined : figures.providers.get(name)!;
  return figures.income('netCollection', { provider }, period);
}

function payment(words: string, more: object = {}): object {
  const [id, date, money, ...type] = words.split(' ');
  return { 'Payment ID': id, 'Payment Date': date, Type: type.join(' '), Amount: money, ...more };
}

const on = (invoice: string): object => ({ 'Invoice Number': invoice });

const practice = {
  Charges: [
    ['L1', '2024-02-20', 'Adams', '100.00', '1'],
    ['L2', '2024-02-21', 'Baker', '50.00', '1'],
    ['L3', '2024-02-22', 'Adams', '30.00', '2'],
    ['L4', '2024-02-23', 'Clark', '20.00', ''],
    ['L5', '2024-02-23', 'Clark', '25.00', '3'],
  ].map(([id, day, provider, money, invoice]) => ({
    'Charge ID': id,
    'Service Date': day,
    Provider: provider,
    Amount: money,
    'Invoice Number': invoice,
  })),
  Invoices: [
    { 'Invoice Number': '1', 'Closed Date': '2024-03-04', Tax: '6.00', Status: 'Closed' },
    { 'Invoice Number': '2', 'Closed Date': '', Tax: '', Status: 'Open' },
    { 'Invoice Number': '3', 'Closed Date': '', Tax: '', Status: 'Voided' },
  ],
  Payments: [
    // 6.00 of tax under No provider, then the oldest line: Adams 50.00, before the invoice closes.
    payment('P01 2024-03-01 56.00 Payment', on('1')),
    // The rest of Adams's line, then Baker 10.00.
    payment('P02 2024-03-05 60.00 Payment', on('1')),
    // Backwards: Baker -10.00, Adams -10.00.
    payment('P03 2024-03-06 -20.00 Refund', on('1')),
    // An open invoice counts: Adams 30.00.
    payment('P04 2024-03-07 30.00 Payment', on('2')),
    payment('P05 2024-03-08 20.00 Payment', { 'Charge ID': 'L4' }),
    // Its own provider goes before all, also one who has no charge.
    payment('P06 2024-03-09 15.00 Payment', { Provider: 'Dunn' }),
    payment('P07 2024-03-10 40.00 Deposit'),
    // Adams 10.00, and 10.00 less of credit under No provider: 0 for the practice.
    payment('P08 2024-03-11 10.00 Credit Applied', on('1')),
    // A hidden prepayment is shown nowhere (P11); another one is.
    payment('P09 2024-03-12 5.00 Payment', { 'Unearned Type': 'Hidden plan' }),
    payment('P10 2024-03-13 7.00 Payment', {
      'Unearned Type': 'Prepayment',
      Provider: 'Baker',
    }),
    payment('P11 2024-03-14 99.00 Payment', { ...on('1'), Voided: 'Yes' }),
    payment('P12 2024-03-15 -7.00 Transfer', { Provider: 'Baker' }),
    payment('P12 2024-03-15 7.00 Transfer', { Provider: 'Adams' }),
    // A voided invoice owes nothing: nobody's money.
    payment('P13 2024-03-16 25.00 Payment', on('3')),
    // The charge of a voided invoice owes nothing either.
    payment('P15 2024-03-17 3.00 Payment', { 'Charge ID': 'L5' }),
    payment('P14 2024-04-01 -30.00 Returned Check', on('2')),
  ],
} as unknown as PlainLedger;

describe('NETCOLLECTION', () => {
  const figures = figuresFor(practice);
  const march = ['2024-03-01', '2024-03-31'] as const;

  it.each([
    ['Adams', 137_00],
    ['Baker', 0],
    ['Clark', 20_00],
    ['Dunn', 15_00],
    ['No provider', 64_00],
    ['', 236_00],
  ])('%s in March: %i cents', (name, cents) => {
    expect(net(figures, name, march)).toBe(cents);
  });

  it('takes a payment on its own date, not on the close of its invoice', () => {
    expect(net(figures, 'Adams', ['2024-03-01', '2024-03-01'])).toBe(50_00);
    expect(net(figures, 'No provider', ['2024-03-01', '2024-03-01'])).toBe(6_00);
  });

  it('takes a returned check back from whom it was collected', () => {
    expect(net(figures, 'Adams', ['2024-04-01', '2024-04-30'])).toBe(-30_00);
    expect(net(figures, '', ['2024-04-01', '2024-04-30'])).toBe(-30_00);
  });

  it('moves of credit are seen by provider and are 0 for the practice', () => {
    expect(net(figures, 'Adams', ['2024-03-11', '2024-03-11'])).toBe(10_00);
    expect(net(figures, 'No provider', ['2024-03-11', '2024-03-11'])).toBe(-10_00);
    expect(net(figures, '', ['2024-03-11', '2024-03-11'])).toBe(0);
  });

  it('providers and No provider are the practice, and the practice is its cash', () => {
    holds(fc.record({ ledger: ledgers({}), range: ranges }), ({ ledger, range }) => {
      const made = figuresFor(ledger);
      const days = [range.from, range.to] as const;
      const whole = net(made, '', days);
      // An alias is another name of the same provider.
      const places = new Map([...made.providers].map(([name, place]) => [place, name]));
      const parts = [...places.values()].map((name) => net(made, name, days));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      const { payments, paid } = ledgerOf(ledger);
      let cash = 0;
      for (let row = 0; row < payments.length; row++) {
        const inRange =
          payments.date[row]! >= startOfText(range.from)! &&
          payments.date[row]! <= endOfText(range.to)!;
        const isHidden = /^hidden/i.test(textAt(payments.unearnedType, row));
        if (!inRange || isHidden || paid.counts[row] === 0) continue;
        // A set of transfers is 0 as a whole; half a set is told, and moves what it says.
        const type = typeOf(payments.type, row);
        if (moneyTypes[type].cash || type === 'Transfer') cash += paid.cents[row]!;
      }
      expect(whole).toBe(cash);
    });
  });

  it('adjacent periods add up', () => {
    holds(fc.record({ ledger: ledgers({ isSmall: true }), range: ranges }), (one) => {
      const made = figuresFor(one.ledger);
      const day = one.range.from.slice(0, 10);
      const before = net(made, '', [always.from, `${day}T00:00`]);
      const after = net(made, '', [`${day}T00:01`, always.to]);
      expect(before + after).toBe(net(made, '', [always.from, always.to]));
    });
  });
});
