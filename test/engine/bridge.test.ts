/** The Reconciliation Bridge: every step by hand on small ledgers, and residual 0.00 on random ones. */
import * as fc from 'fast-check';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { ledgers, ranges } from '../support/randomLedger';
import { runReportsOf, type ShownReports } from '../support/reportTables';

type Options = Readonly<Record<string, string>>;

function bridge(
  plain: Partial<PlainLedger>,
  from: string,
  to: string,
  options: Options = {},
): ShownReports {
  return runReportsOf(plain, ['bridge'], { from, to, options });
}

function lines(shown: ShownReports): Record<string, string> {
  const rows = shown.table('Reconciliation Bridge')?.rows ?? [];
  return Object.fromEntries(rows.map(([line, amount]) => [String(line), String(amount)]));
}

/** The claim of the CPT rules: billed in March, insurance in April, the patient in May. */
const claim: Partial<PlainLedger> = {
  Charges: [
    ['1', '98941', '55', '1'],
    ['2', '97110', '80', '2'],
    ['3', '97140-59', '45', '1'],
  ].map(([id = '', code = '', amount = '', units = '']) => ({
    'Charge ID': id,
    'Service Date': '2024-03-04',
    Provider: 'Dr A',
    Amount: amount,
    Code: code,
    Units: units,
    'Claim Number': 'C1',
  })),
  'Claim Adjustments': [
    ['1', 'CO', '45', '10'],
    ['2', 'CO', '45', '14'],
    ['3', 'CO', '45', '9'],
    ['1', 'PR', '2', '15'],
    ['2', 'PR', '2', '21'],
    ['3', 'PR', '2', '16'],
    ['', 'CO', '253', '4.20'],
  ].map(([charge = '', group = '', reason = '', amount = '']) => ({
    'Claim Number': 'C1',
    'Charge ID': charge,
    Group: group,
    Reason: reason,
    Amount: amount,
  })),
  Payments: [
    ['i', '2024-04-12', '30', 'Insurance', '1'],
    ['i', '2024-04-12', '45', 'Insurance', '2'],
    ['i', '2024-04-12', '20', 'Insurance', '3'],
    ['i', '2024-04-12', '-4.20', 'Insurance', ''],
    ['p', '2024-05-03', '15', 'Patient', '1'],
    ['p', '2024-05-03', '21', 'Patient', '2'],
    ['p', '2024-05-03', '16', 'Patient', '3'],
  ].map(([id = '', day = '', amount = '', payer = '', charge = '']) => ({
    'Payment ID': id,
    'Payment Date': day,
    Type: 'Payment',
    Amount: amount,
    Payer: payer,
    'Charge ID': charge,
    'Claim Number': charge === '' ? 'C1' : '',
  })),
};

it('March: billed 180.00, earned 142.80, nothing collected yet', () => {
  expect(lines(bridge(claim, '2024-03-01', '2024-03-31'))).toEqual({
    Production: '180.00',
    'Contractual adjustments and allowed-amount reductions': '-33.00',
    'Claim-level adjustments': '-4.20',
    Income: '142.80',
    'Paid after the period (timing)': '-142.80',
    Collections: '0.00',
    Cash: '0.00',
    Residual: '0.00',
  });
});

it('April: nothing produced, 90.80 in for earlier services', () => {
  expect(lines(bridge(claim, '2024-04-01', '2024-04-30'))).toEqual({
    Production: '0.00',
    Income: '0.00',
    'In the period for earlier services (timing)': '90.80',
    Collections: '90.80',
    Cash: '90.80',
    Residual: '0.00',
  });
});

/** The days of the sales rules: part payments, a deposit, its use, a return, a refund of credit. */
const timeline: Partial<PlainLedger> = {
  Charges: [
    ['1', '2024-06-03', 'Dr A', '100', '1'],
    ['2', '2024-06-06', 'Dr B', '90', '2'],
    ['3', '2024-06-06', 'Dr A', '30', '2'],
    ['4', '2024-06-07', 'Dr A', '-30', '2'],
  ].map(([id = '', day = '', provider = '', amount = '', invoice = '']) => ({
    'Charge ID': id,
    'Service Date': day,
    Provider: provider,
    Amount: amount,
    'Invoice Number': invoice,
  })),
  Payments: [
    ['p1', '2024-06-03', 'Payment', '50', '1'],
    ['p2', '2024-06-04', 'Payment', '50', '1'],
    ['p3', '2024-06-05', 'Deposit', '200', ''],
    ['p4', '2024-06-06', 'Credit Applied', '120', '2'],
    ['p5', '2024-06-08', 'Deposit Refund', '-110', ''],
  ].map(([id = '', day = '', type = '', amount = '', invoice = '']) => ({
    'Payment ID': id,
    'Payment Date': day,
    Type: type,
    Amount: amount,
    'Invoice Number': invoice,
  })),
};

it('June: a deposit is cash and no collection, credit applied the other way round', () => {
  const shown = bridge(timeline, '2024-06-01', '2024-06-30');
  expect(lines(shown)).toMatchObject({
    Production: '190.00',
    Income: '190.00',
    Collections: '190.00',
    'Deposits received': '200.00',
    'Deposits refunded': '-110.00',
    // The return leaves 30.00 of the 120.00 on no line.
    'Credit applied (no cash)': '-90.00',
    Cash: '190.00',
    Residual: '0.00',
  });
});

it('two reports that users compare are walked from one to the other', () => {
  const titles = (shown: ShownReports): unknown =>
    shown.memos
      .get('Reconciliation Bridge')
      ?.map(({ rows }) => [rows[0], rows.at(-2), rows.at(-1)]);
  expect(titles(bridge(timeline, '2024-06-03', '2024-06-03'))).toEqual([
    [
      ['Total Value of CPT Billed Services', '100.00'],
      ['Collected Amount of CPT Collections (Gross)', '0.00'],
      ['Residual', '0.00'],
    ],
    [
      ['Total of Cash Summary', '50.00'],
      ['Total of Provider Summary', '100.00'],
      ['Residual', '0.00'],
    ],
  ]);
});

it('an audit trail alone has a bridge of its own', () => {
  const row = (tab: string, type: string, amount: string): Record<string, string> => ({
    Tab: tab,
    Date: '2024-03-05',
    Type: type,
    Amount: amount,
  });
  const trail: Partial<PlainLedger> = {
    'Audit Trail': [
      row('Production', 'Treatment', '500'),
      row('[-] Adjustments', 'Courtesy Discount', '50'),
      row('Payments', 'Check', '300'),
      row('[+] Adjustments', 'Refund to Patient', '20'),
    ],
  };
  expect(lines(bridge(trail, '2024-03-01', '2024-03-31'))).toMatchObject({
    'Gross Production': '500.00',
    Discounts: '-50.00',
    'Net Production': '450.00',
    'Gross Collection': '300.00',
    'Collection Adjustments': '-20.00',
    'Net Collection': '280.00',
    Residual: '0.00',
  });
});

it('residual 0.00 and every anchor its report, on random ledgers', () => {
  const choices = fc.record({
    'cpt-spread': fc.constantFrom('charge', 'remaining', 'equal', 'none'),
    'cpt-discounts': fc.constantFrom('keep', 'deduct'),
    'write-off-date': fc.constantFrom('insurance-payment', 'procedure'),
    'sales-tax': fc.constantFrom('separate', 'included'),
  });
  holds(fc.record({ ledger: ledgers({}), range: ranges, options: choices }), (one) => {
    const shown = bridge(one.ledger, one.range.from, one.range.to, one.options);
    expect(Object.entries(shown.checks).filter(([, off]) => off !== 0)).toEqual([]);
    expect(lines(shown)['Residual']).toBe('0.00');
  });
});
