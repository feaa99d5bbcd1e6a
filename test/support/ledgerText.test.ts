import { checkScenario } from './checkScenario';
import { parseLedger, parseScenario } from './ledgerText';
import { oracle } from './oracle';
import { centsOfMoney, moneyOfCents } from './plainLedger';

const paid = `
  line  1 L1 A 2024-01-01  30.00 tax 2.00
  close 1 2024-01-05
  pay   1 2024-01-06  40.00
`;

describe('the scenario language', () => {
  it('fails on every figure that is not mentioned', () => {
    const all = 'state 1 tax 2.00 L1 30.00 unallocated 8.00';
    expect(() => {
      checkScenario(`${paid}\nin 2024-01\n${all}`, oracle);
    }).not.toThrow();
    for (const left of ['tax 2.00', 'L1 30.00', 'unallocated 8.00']) {
      expect(() => {
        checkScenario(`${paid}\nin 2024-01\n${all.replace(left, '')}`, oracle);
      }).toThrow();
    }
  });

  it('fails on a provider, a tag or a row that is not mentioned', () => {
    const states = 'state 1 tax 2.00 L1 30.00 unallocated 8.00';
    for (const sheet of ['practice B 30.00', 'tag A Dental 30.00', 'rows none', 'gross A 31.00']) {
      expect(() => {
        checkScenario(`${paid}\nin 2024-01\n${states}\n${sheet}`, oracle);
      }).toThrow();
    }
  });

  it('reads rows, quoted words, blank cells and comments', () => {
    const ledger = parseLedger(`
      line 5001 L1 "Jane Adams" 2024-03-01T09:00 -65.50 tax 6.60 excluded   # a return
      open 5001 exempt
      credit "5001; 5002" 2024-03-02 10.00 charge L1
      void - 2024-03-03
    `);
    expect(ledger.Charges[0]).toMatchObject({
      'Invoice Number': '5001',
      Provider: 'Jane Adams',
      Amount: -65.5,
      Tax: 6.6,
      Commissionable: 'No',
    });
    expect(ledger.Invoices[0]).toEqual({ 'Invoice Number': '5001', 'Tax Exempt': 'Yes' });
    expect(ledger.Payments[0]).toMatchObject({ Type: 'Credit Applied', 'Payment ID': 'P1' });
    expect(ledger.Payments[1]).toMatchObject({ Type: 'Void', 'Refund Of': null });
  });

  it('refuses words it does not know', () => {
    expect(() => parseScenario('lien 1 L1 A 2024-01-01 1.00')).toThrow("a ledger has no 'lien'");
    expect(() => parseScenario('open 1 colour red')).toThrow("a row has no 'colour'");
    expect(() => parseScenario('in 2024-01 without tax')).toThrow("a period has no 'without'");
    expect(() => {
      checkScenario(`${paid}\nin 2024-01\nstat 1 L1 30.00`, oracle);
    }).toThrow("a report has no 'stat'");
  });

  it('takes a month to its last day, leap years too', () => {
    const [block] = parseScenario('in 2024-02 with detail-rows all only A at East').blocks;
    expect(block).toMatchObject({
      from: '2024-02-01',
      to: '2024-02-29',
      options: { 'detail-rows': 'all' },
      providers: ['A'],
      locations: ['East'],
    });
  });

  it('reads and writes money exactly', () => {
    for (const cents of [0, 1, -1, 99, -100, 12345, -8]) {
      expect(centsOfMoney(moneyOfCents(cents))).toBe(cents);
    }
    expect(() => centsOfMoney('12.345')).toThrow('not an amount of money');
  });
});
