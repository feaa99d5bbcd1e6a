import * as fc from 'fast-check';
import { comparable } from '../support/comparable';
import { oracle } from '../support/oracle';
import { runPlain } from '../support/run';
import { ledgers, runs } from '../support/randomLedger';
import { textOf } from '../support/plainLedger';
it('x', () => {
  fc.assert(fc.property(ledgers({}), runs, (ledger, run) => {
    const voided = ledger.Invoices.filter((r) => textOf(r, 'Status') === 'Voided').map((r) => textOf(r, 'Invoice Number'));
    if (ledger.Payments.some((p) => textOf(p, 'Invoice Number').includes(';') && textOf(p, 'Invoice Number').split('; ').some((n) => voided.includes(n)))) return;
    expect(comparable(runPlain(ledger, run))).toEqual(comparable(oracle(ledger, run)));
  }), { numRuns: 60000 });
}, 900000);
