/** The choices I-A1 to I-A16 and the reading rules of the ledger, as far as a figure can show them. */
import { type NamedScenario, lineReturned } from './examples';

const oneLine = `
  line  1 L1 A 2024-01-04  100.00
  close 1 2024-01-05
`;

const twoInvoices = `
  line  7 L1 A 2024-01-01   30.00
  line  8 L2 B 2024-01-02  100.00
  close 7 2024-01-02
  close 8 2024-01-05
`;

const choices: readonly NamedScenario[] = [
  {
    name: 'I-A1 negative-lines=first takes negative lines in full before the walk',
    text: `${lineReturned}
      in 2024-01 with negative-lines first
      state 1 L1 60.00 L2 -40.00 L3 10.00
      in 2024-02 with negative-lines first
      state 1 L3 30.00
      in 2024-03 with negative-lines first
      state 1 L3 60.00
      in 2024-01 with negative-lines chronological
      state 1 L1 30.00
    `,
  },
  {
    name: 'I-A1 negative-lines=first funds the tax before any positive line',
    text: `
      line   1 L1 A 2024-01-07   50.00 tax 10.00
      line   1 L2 B 2024-01-08  -30.00
      close  1 2024-01-09
      refund 1 2024-01-10   -1.00
      pay    1 2024-02-10    6.00
      pay    1 2024-03-10   25.00

      in 2024-01 with negative-lines first
      state 1 unallocated -1.00
      in 2024-02 with negative-lines first
      state 1 tax 10.00 L1 25.00 L2 -30.00 unallocated 1.00
      in 2024-03 with negative-lines first
      state 1 L1 25.00
      in 2024-02 with negative-lines chronological
      state 1 tax 5.00 unallocated 1.00
    `,
  },
  {
    name: 'I-A2 pays lines of one date and time by Charge ID, whole numbers by value and before text',
    text: `
      line  1 10  A 2024-01-04  10.00
      line  1 B1  B 2024-01-04  10.00
      line  1 9   C 2024-01-04  10.00
      line  1 1a  D 2024-01-04  10.00
      line  1 (1) E 2024-01-04  10.00
      close 1 2024-01-05
      pay   1 2024-01-06   5.00
      pay   1 2024-02-06  10.00
      pay   1 2024-03-06  10.00
      pay   1 2024-04-06  10.00
      pay   1 2024-05-06  10.00

      in 2024-01
      state 1 9 5.00
      in 2024-02
      state 1 9 5.00 10 5.00
      in 2024-03
      state 1 10 5.00 (1) 5.00
      in 2024-04
      state 1 (1) 5.00 1a 5.00
      in 2024-05
      state 1 1a 5.00 B1 5.00
    `,
  },
  {
    name: 'I-A3 gives no provider the money above the invoice and takes it back first',
    text: `${oneLine}
      pay    1 2024-01-06  130.00
      refund 1 2024-02-06  -40.00

      in 2024-01
      state 1 L1 100.00 unallocated 30.00
      total 100.00
      in 2024-02
      state 1 unallocated -30.00 L1 -10.00
    `,
  },
  {
    name: 'I-A4 shows a line whose payment and refund cancel, and hides one that nothing moved',
    text: `
      line   1 L1 A 2024-01-04  100.00
      line   1 L2 B 2024-01-04   50.00
      close  1 2024-01-05
      pay    1 2024-01-06   70.00
      refund 1 2024-01-07  -70.00

      in 2024-01
      nothing
      rows L1
      practice A 0.00 share n/a
      in 2024-01 with detail-rows touched
      nothing
      rows L1
      in 2024-02
      nothing
      rows none
    `,
  },
  {
    name: 'I-A4 detail-rows=all adds lines closed in the period and lines still to collect',
    text: `
      line  1 L1 A 2024-01-04  10.00
      line  1 L2 A 2024-01-05  10.00
      line  1 L3 A 2024-01-06  10.00
      line  1 L4 A 2024-01-07   0.00
      line  2 L5 A 2024-02-04  10.00
      line  2 L6 A 2024-02-05   0.00
      line  3 L7 A 2024-02-06  10.00
      close 1 2024-01-08
      close 2 2024-02-08
      close 3 2024-03-01
      pay   1 2024-01-09  15.00

      in 2024-02 with detail-rows all
      nothing
      rows L2 L3 L5 L6
      in 2024-02
      nothing
      rows none
    `,
  },
  {
    name: 'I-A5 shows the full tax and discount of a line in every period that moves it',
    text: `
      line  1 L1 A 2024-01-04  110.00 discount 10.00 tax 6.60
      close 1 2024-01-05
      pay   1 2024-01-06  50.00
      pay   1 2024-02-06  20.00

      in 2024-01
      state 1 tax 6.60 L1 43.40
      detail L1 "Total Tax Amount" 6.60 "Total Discount Amount" 10.00
      in 2024-02
      state 1 L1 20.00
      detail L1 "Total Tax Amount" 6.60 "Total Discount Amount" 10.00
    `,
  },
  {
    name: 'I-A6 takes the header tax where it is filled, also 0.00, else the tax of the lines',
    text: `
      line  1 L1 A 2024-01-04  100.00 tax 8.00
      line  2 L2 A 2024-01-04  100.00 tax 8.00
      line  3 L3 A 2024-01-04  100.00 tax 8.00
      close 1 2024-01-05 tax 0.00
      close 2 2024-01-05
      close 3 2024-01-05 tax 8.00
      pay   1 2024-01-06  10.00
      pay   2 2024-01-06  10.00
      pay   3 2024-01-06  10.00

      in 2024-01
      state 1 L1 10.00
      state 2 tax 8.00 L2 2.00
      state 3 tax 8.00 L3 2.00
      problem TAX_DIFFERS
    `,
  },
  {
    name: 'I-A6 does not warn where header and lines agree',
    text: `
      line  3 L3 A 2024-01-04  100.00 tax 8.00
      close 3 2024-01-05 tax 8.00
      pay   3 2024-01-06  10.00

      in 2024-01
      state 3 tax 8.00 L3 2.00
      no-problem TAX_DIFFERS
    `,
  },
  {
    name: 'I-A9 shows no share of a practice total of 0.00 and warns of a negative one',
    text: `
      line   1 L1 A 2024-01-04  100.00
      line   2 L2 B 2024-01-04  100.00
      close  1 2024-01-05
      close  2 2024-01-05
      pay    1 2024-01-06  100.00
      refund 1 2024-02-06  -40.00
      pay    2 2024-02-06   40.00
      refund 1 2024-03-06  -50.00
      pay    2 2024-03-06   10.00

      in 2024-02
      state 1 L1 -40.00
      state 2 L2 40.00
      practice A -40.00 share n/a
      practice B 40.00 share n/a
      no-problem SHARE_OF_NEGATIVE_TOTAL
      in 2024-03
      state 1 L1 -50.00
      state 2 L2 10.00
      practice A -50.00 share 125.00
      practice B 10.00 share -25.00
      problem SHARE_OF_NEGATIVE_TOTAL
    `,
  },
  {
    name: 'I-A10 leaves deposits and their refunds out, also where they name an invoice',
    text: `${oneLine}
      pay            1 2024-01-06   60.00
      deposit        1 2024-01-07   30.00
      deposit-refund 1 2024-01-08  -10.00

      in 2024-01
      state 1 L1 60.00
    `,
  },
  {
    name: 'I-A11 takes movements of one moment by payment id',
    text: `
      line   1 L1 A 2024-01-04  100.00
      line   2 L2 A 2024-01-04  100.00
      close  1 2024-01-05
      close  2 2024-01-05
      pay    1 2024-02-06   10.00 id 10
      refund 1 2024-02-06  -10.00 id 9       # first: below nothing, no line moves
      pay    2 2024-02-06   10.00 id 8
      refund 2 2024-02-06  -10.00 id 11      # second: the line moved up and down

      in 2024-02
      nothing
      rows L2
    `,
  },
  {
    name: 'I-A11 takes movements from before the close by their own dates, after the close itself',
    text: `
      line   1 L1 A 2024-01-04  100.00
      line   2 L2 A 2024-01-04  100.00
      close  1 2024-02-05
      close  2 2024-02-05
      pay    1 2024-01-06   10.00 id 10
      refund 1 2024-01-07  -10.00 id 9
      pay    2 2024-01-08   10.00 id 8
      refund 2 2024-01-07  -10.00 id 11

      in 2024-02
      nothing
      rows L1
    `,
  },
  {
    name: 'I-A13 keeps lines without a provider, last and in the denominator',
    text: `
      line  1 L1 -     2024-01-04  30.00
      line  1 L2 Zoller 2024-01-05  10.00
      close 1 2024-01-06
      pay   1 2024-01-07  40.00

      in 2024-01
      state 1 L1 30.00 L2 10.00
      practice Zoller 10.00 share 25.00
      practice "No provider" 30.00 share 75.00
      problem PROVIDER_BLANK
      in 2024-01 only "No provider"
      state 1 L1 30.00
      practice "No provider" 30.00 share 75.00
    `,
  },
  {
    name: 'I-A14 takes no line, not even a negative one, before the first money on the invoice',
    text: `
      line  1 L1 A 2024-01-04  -40.00
      line  1 L2 B 2024-01-05  100.00
      close 1 2024-01-06
      pay   1 2024-02-07   0.01

      in 2024-01
      nothing
      rows none
      in 2024-01 with negative-lines first
      nothing
      in 2024-02
      state 1 L1 -40.00 L2 40.01
    `,
  },
  {
    name: 'I-A15 writes each tag in its most frequent casing, ties by code unit',
    text: `
      line  1 L1 A 2024-01-01  10.00 tag "DENTAL | x-ray"
      line  1 L2 A 2024-01-02  10.00 tag "X-Ray\\ndental"
      line  1 L3 A 2024-01-03  10.00 tag "dental, Dental"
      line  1 L4 A 2024-01-04  10.00 tag " ; "
      close 1 2024-01-09
      pay   1 2024-01-10  40.00

      in 2024-01
      state 1 L1 10.00 L2 10.00 L3 10.00 L4 10.00
      tag A dental 10.00
      tag A "dental, X-Ray" 20.00
      tag A "No Invoice Tag" 10.00
    `,
  },
  {
    name: 'I-A16 sorts by the last name of the Providers table before any other',
    text: `
      provider "Jane Adams" last Zimmer first Jane aliases "JA; Dr Adams"
      line  1 L1 JA             2024-01-01  10.00
      line  1 L2 "Dr Adams"     2024-01-02  10.00
      line  1 L3 "Jane Adams"   2024-01-03  10.00
      line  1 L4 "Young, Adam"  2024-01-04  10.00
      line  1 L5 "adam baker"   2024-01-05  10.00
      line  1 L6 "Bob Cole III" 2024-01-06  10.00
      close 1 2024-01-09
      pay   1 2024-01-10  60.00

      in 2024-01
      state 1 L1 10.00 L2 10.00 L3 10.00 L4 10.00 L5 10.00 L6 10.00
      practice "adam baker" 10.00
      practice "Bob Cole III" 10.00
      practice "Young, Adam" 10.00
      practice "Jane Adams" 30.00
      rows L5 L6 L4 L1 L2 L3
    `,
  },
];

const typeTable: readonly NamedScenario[] = [
  {
    name: 'Type table: what pays, what takes back, what has its own sign and what is on no invoice',
    text: `
      line  1 L1 A 2024-01-01  1000.00
      line  2 L2 B 2024-01-01  1000.00
      close 1 2024-01-02
      close 2 2024-01-02
      pay            1 2024-02-01   500.00
      refund         1 2024-02-02   -10.00
      returned-check 1 2024-02-03   -20.00
      redeposit      1 2024-02-04    20.00
      reversal       1 2024-02-05   -30.00
      unapply        1 2024-02-06   -40.00
      credit         1 2024-02-07     5.00
      transfer       1 2024-02-08  -100.00
      transfer       2 2024-02-08   100.00
      deposit        1 2024-02-09   777.00
      deposit-refund 1 2024-02-09  -333.00
      pay            1 2024-02-10     0.00

      in 2024-02
      state 1 L1 325.00
      state 2 L2 100.00
    `,
  },
  {
    name: 'Type table: a row with the other sign is used as it stands, with a warning',
    text: `${oneLine}
      pay    1 2024-01-06   80.00
      pay    1 2024-01-07   -5.00
      refund 1 2024-01-08  -10.00
      refund 1 2024-01-09    4.00

      in 2024-01
      state 1 L1 69.00
      problem TYPE_SIGN
      no-problem TYPE_ABSOLUTE
    `,
  },
  {
    name: 'Type table: a give-back type with positive rows only is read as absolute amounts',
    text: `${oneLine}
      pay      1 2024-01-06   80.00
      refund   1 2024-01-08   10.00
      refund   1 2024-01-09    4.00
      reversal 1 2024-01-10   -1.00

      in 2024-01
      state 1 L1 65.00
      problem TYPE_ABSOLUTE
      no-problem TYPE_SIGN
    `,
  },
  {
    name: 'Type table: a Void cancels every split of the payment it names and is held if it names none',
    text: `${oneLine}
      pay  1 2024-01-06  10.00 id 500
      pay  1 2024-01-06  20.00 id 500
      pay  1 2024-01-06  40.00 id 501
      void 500 2024-02-06
      void -   2024-02-07

      in 2024-01
      state 1 L1 40.00
      problem VOID_NAMES_NOTHING
      count Payments skipped 0 held 1
    `,
  },
];

const readingRules: readonly NamedScenario[] = [
  {
    name: 'Type table: a Void that another Void cancels leaves its payment standing',
    text: `${oneLine}
      pay  1 2024-01-06  40.00 id 500
      void 500 2024-02-06 id 501
      void 501 2024-02-07
      in 2024-01
      state 1 L1 40.00
    `,
  },
  {
    name: 'Voids: a voided line takes no money and no part in the tax of the invoice',
    text: `
      line  1 L1 A 2024-01-01  60.00 tax 5.00 status Voided
      line  1 L2 B 2024-01-02  40.00 tax 3.00
      close 1 2024-01-05
      pay   1 2024-01-06  50.00

      in 2024-01
      state 1 tax 3.00 L2 40.00 unallocated 7.00
      rows L2
    `,
  },
  {
    name: 'Voids: the lines of a voided invoice count nowhere and its money is unallocated',
    text: `
      line  1 L1 A 2024-01-01  60.00 tax 5.00
      close 1 2024-01-05 status Voided
      pay   1 2024-01-06  50.00

      in 2024-01
      nothing
      rows none
      problem VOIDED_INVOICE_PAID
    `,
  },
  {
    name: 'Production: Collected Invoicing takes lines of every Status but Voided',
    text: `
      line  1 L1 A 2024-01-01  1.00 status Complete
      line  1 L2 A 2024-01-02  1.00 status Scheduled
      line  1 L3 A 2024-01-03  1.00 status Planned
      line  1 L4 A 2024-01-04  1.00 status Unbilled
      close 1 2024-01-05
      pay   1 2024-01-06  4.00

      in 2024-01
      state 1 L1 1.00 L2 1.00 L3 1.00 L4 1.00
    `,
  },
  {
    name: 'Status Open means open whatever the date, Status Closed without a date is open too',
    text: `
      line  1 L1 A 2024-01-01  10.00
      line  2 L2 A 2024-01-01  10.00
      line  3 L3 A 2024-01-01  10.00
      close 1 2024-01-05 status Open
      open  2 status Closed
      close 3 2024-01-05 status Closed
      pay   1 2024-01-06  10.00
      pay   2 2024-01-06  10.00
      pay   3 2024-01-06  10.00

      in 2024-01
      state 3 L3 10.00
    `,
  },
  {
    name: 'Money on an invoice that is not in the ledger reaches no line and is named',
    text: `${oneLine}
      pay 99 2024-01-06  10.00
      pay 1  2024-01-06   5.00

      in 2024-01
      state 1 L1 5.00
      problem PAYMENT_INVOICE_UNKNOWN
    `,
  },
  {
    name: 'A line on an invoice that is not in the ledger is not in the report and is named',
    text: `${oneLine}
      line 99 L2 A 2024-01-04  10.00
      line -  L3 A 2024-01-04  10.00
      pay  1 2024-01-06   5.00

      in 2024-01
      state 1 L1 5.00
      problem CHARGE_INVOICE_UNKNOWN
    `,
  },
  {
    name: 'E17 pays only what was still due when the payment came',
    text: `${twoInvoices}
      pay "7; 8" 2024-01-10T10:00  80.00
      pay 7      2024-01-10T09:59  20.00
      pay 8      2024-01-10T10:01  10.00

      in 2024-01
      state 7 L1 30.00
      state 8 L2 80.00
    `,
  },
  {
    name: 'E17 takes payments of one moment by payment id',
    text: `${twoInvoices}
      pay "7; 8" 2024-01-10  80.00 id 10
      pay 7      2024-01-10  20.00 id 9
      pay 7      2024-02-10   5.00 id 1

      in 2024-01
      state 7 L1 30.00
      state 8 L2 70.00
      in 2024-02
      state 7 unallocated 5.00
    `,
  },
  {
    name: 'E17 goes by the date and time of the close, not by number',
    text: `
      line  7 L1 A 2024-01-01   30.00
      line  8 L2 B 2024-01-02  100.00
      close 7 2024-01-05T10:00
      close 8 2024-01-05T09:00
      pay   "7; 8" 2024-01-10  120.00
      refund "7; 8" 2024-02-10  -50.00

      in 2024-01
      state 8 L2 100.00
      state 7 L1 20.00
      in 2024-02
      state 7 L1 -20.00
      state 8 L2 -30.00
    `,
  },
  {
    name: 'E17 takes invoices closed at one moment by number',
    text: `
      line  10 L1 A 2024-01-01   30.00
      line  9  L2 B 2024-01-02  100.00
      close 10 2024-01-05
      close 9  2024-01-05
      pay   "10; 9" 2024-01-10  110.00

      in 2024-01
      state 9  L2 100.00
      state 10 L1 10.00
    `,
  },
  {
    name: 'E17 leaves what is above all the invoices on the last one',
    text: `${twoInvoices}
      pay "7; 8" 2024-01-10  150.00

      in 2024-01
      state 7 L1 30.00
      state 8 L2 100.00 unallocated 20.00
    `,
  },
  {
    name: 'E17 reads a comma between invoice numbers, and an unknown number stands aside',
    text: `${twoInvoices}
      pay "8, 99, 7" 2024-01-10  150.00

      in 2024-01
      state 7 L1 30.00
      state 8 L2 100.00 unallocated 20.00
      problem PAYMENT_INVOICE_UNKNOWN
    `,
  },
  {
    name: 'E17 pays open invoices after the closed ones',
    text: `
      line  7 L1 A 2024-01-01   30.00
      line  8 L2 B 2024-01-02  100.00
      open  7
      close 8 2024-01-05
      pay   "7; 8" 2024-01-10  90.00
      pay   "7; 8" 2024-02-10  30.00

      in 2024-01
      state 8 L2 90.00
      in 2024-02
      state 8 L2 10.00
    `,
  },
  {
    name: 'E17 counts money from before the close of either invoice on its own close',
    text: `
      line  7 L1 A 2024-01-01   30.00
      line  8 L2 B 2024-01-02  100.00
      close 7 2024-02-02
      close 8 2024-03-05
      pay   "7; 8" 2024-01-10  80.00

      in 2024-01
      nothing
      in 2024-02
      state 7 L1 30.00
      in 2024-03
      state 8 L2 50.00
    `,
  },
  {
    name: 'E17 asks nothing for a voided invoice, because its lines count nowhere',
    text: `
      line   7  L1 A 2024-01-01   30.00
      line   12 L2 A 2024-01-02   10.00
      line   20 L3 A 2024-01-03  100.00
      close  7  2024-01-05
      close  12 2024-01-05 status Voided tax 3.00
      open   20
      pay    "7; 12; 20" 2024-01-10   50.00     # 30.00 on 7, nothing on 12, 20.00 on 20
      refund "7; 12"     2024-02-10  -10.00     # nothing to take from 12

      in 2024-01
      state 7 L1 30.00
      in 2024-02
      state 7 L1 -10.00
    `,
  },
  {
    name: 'E17 takes one refund over two invoices from the newest close back',
    text: `${twoInvoices}
      pay    7      2024-01-10   30.00
      pay    8      2024-01-10   50.00
      refund "7; 8" 2024-02-10  -60.00
      refund "7; 8" 2024-03-10  -25.00

      in 2024-02
      state 7 L1 -10.00
      state 8 L2 -50.00
      in 2024-03
      state 7 L1 -20.00 unallocated -5.00
    `,
  },
];

export const choicesAndReadings: readonly NamedScenario[] = [
  ...choices,
  ...typeTable,
  ...readingRules,
];
