/** The worked examples of Collected Invoicing, E1 to E19; every figure is worked out by hand. */

export interface NamedScenario {
  readonly name: string;
  readonly text: string;
}

/** E14 and the option of I-A1 on the same invoice. */
export const lineReturned = `
  line  1 L1 A 2024-01-08   60.00
  line  1 L2 A 2024-01-09  -40.00
  line  1 L3 B 2024-01-10  100.00
  close 1 2024-01-10
  pay   1 2024-01-10  30.00
  pay   1 2024-02-10  30.00
  pay   1 2024-03-10  60.00
`;

/** E3: tax 7.00, A 60.00, B 40.00, closed on 9 January. */
const invoiceOfE3 = `
  line  1 L1 A 2024-01-08  60.00 tax 4.00
  line  1 L2 B 2024-01-09  40.00 tax 3.00
  close 1 2024-01-09
`;

export const examples: readonly NamedScenario[] = [
  {
    name: 'E1 collects partial payments over several periods, tax first and oldest line first',
    text: `
      line   5001 L1 Adams 2024-03-01T09:00   65.00
      line   5001 L2 Baker 2024-03-01T09:30   80.00  tax 6.60
      line   5001 L3 Adams 2024-03-02T10:00  250.00
      close  5001 2024-03-05
      pay    5001 2024-03-04   50.00              # while the invoice is open
      pay    5001 2024-03-20  100.00
      pay    5001 2024-04-10  200.00
      pay    5001 2024-05-02   51.60
      refund 5001 2024-05-20  -60.00

      in 2024-03-01 to 2024-03-04
      nothing
      rows   none

      in 2024-03
      state  5001 tax 6.60 L1 65.00 L2 78.40
      practice Adams 65.00 share 45.33
      practice Baker 78.40 share 54.67
      total  143.40
      rows   L1 L2

      in 2024-04
      state  5001 L2 1.60 L3 198.40
      total  200.00
      rows   L3 L2

      in 2024-05
      state  5001 L3 -8.40
      total  -8.40
      rows   L3

      in 2024-01-01 to 2024-12-31
      state  5001 tax 6.60 L1 65.00 L2 80.00 L3 190.00
      practice Adams 255.00
      practice Baker 80.00
      rows   L1 L3 L2
    `,
  },
  {
    name: 'E2 moves a payment and a refund made on an open invoice to its close',
    text: `
      line   1 L1 A 2024-01-08  60.00 tax 7.00
      line   1 L2 B 2024-01-09  40.00
      close  1 2024-02-05
      pay    1 2024-01-10   80.00
      refund 1 2024-01-15  -20.00

      in 2024-01
      nothing

      in 2024-02
      state  1 tax 7.00 L1 53.00 L2 0.00
      total  53.00
    `,
  },
  {
    name: 'E3a takes a full refund off the line, then off the tax',
    text: `${invoiceOfE3}
      pay    1 2024-01-10  50.00
      refund 1 2024-02-03 -50.00

      in 2024-01
      state  1 tax 7.00 L1 43.00
      in 2024-02
      state  1 L1 -43.00 tax -7.00
      in 2024-01-01 to 2024-12-31
      nothing
    `,
  },
  {
    name: 'E3b takes a refund of less than was paid off the line first',
    text: `${invoiceOfE3}
      pay    1 2024-01-10  50.00
      refund 1 2024-02-03 -45.00

      in 2024-01
      state  1 tax 7.00 L1 43.00
      in 2024-02
      state  1 L1 -43.00 tax -2.00
    `,
  },
  {
    name: 'E3c takes a refund off the newest line and gives it the next payment',
    text: `${invoiceOfE3}
      pay    1 2024-01-10  107.00
      refund 1 2024-02-03  -30.00
      pay    1 2024-03-03   10.00

      in 2024-01
      state  1 tax 7.00 L1 60.00 L2 40.00
      in 2024-02
      state  1 L2 -30.00
      in 2024-03
      state  1 L2 10.00
    `,
  },
  {
    name: 'E4 counts an unapplied payment and its use as account credit once each',
    text: `
      line     1 L1 A 2024-01-08  80.00
      line     2 L2 B 2024-02-08  80.00
      close    1 2024-01-08
      close    2 2024-02-08
      pay      1 2024-01-10   80.00 account 77
      unapply  1 2024-02-03  -80.00 account 77
      transfer - 2024-02-03   80.00 account 77
      transfer - 2024-02-09  -80.00 account 77
      credit   2 2024-02-09   80.00 account 77

      in 2024-01
      state  1 L1 80.00
      in 2024-02
      state  1 L1 -80.00
      state  2 L2 80.00
      practice A -80.00 share n/a
      practice B 80.00 share n/a
      total  0.00
      count  Payments skipped 2 held 0
      problem TRANSFER_HALF
    `,
  },
  {
    name: 'E5 credits the new provider when a correction invoice of $0 closes',
    text: `
      line  1001 L1 A 2024-01-20   200.00
      line  1002 L2 A 2024-02-10  -200.00
      line  1002 L3 B 2024-02-10   200.00
      close 1001 2024-01-20
      close 1002 2024-02-10
      pay   1001 2024-03-05  200.00

      in 2024-01
      nothing
      in 2024-02
      state 1002 L2 -200.00 L3 200.00
      practice A -200.00 share n/a
      practice B 200.00 share n/a
      total 0.00
      in 2024-03
      state 1001 L1 200.00
      total 200.00
      in 2024-01-01 to 2024-03-31
      state 1001 L1 200.00
      state 1002 L2 -200.00 L3 200.00
      practice A 0.00 share 0.00
      practice B 200.00 share 100.00
    `,
  },
  {
    name: 'E6 shows a provider with a refund only as a negative share of the practice',
    text: `
      line   1 L1 A 2024-01-08   25.00
      line   2 L2 B 2024-02-08  125.00
      close  1 2024-01-08
      close  2 2024-02-08
      pay    1 2024-01-08   25.00
      refund 1 2024-02-03  -25.00
      pay    2 2024-02-09  125.00

      in 2024-02
      state  1 L1 -25.00
      state  2 L2 125.00
      practice A -25.00 share -25.00
      practice B 125.00 share 125.00
      total  100.00
      no-problem SHARE_OF_NEGATIVE_TOTAL
    `,
  },
  {
    name: 'E7 shows no tax on the line of an exempt account and still pays the tax that was charged',
    text: `
      line  1 L1 A 2024-01-08  100.00 tax 8.25
      line  2 L2 A 2024-01-09  100.00
      close 1 2024-01-09 exempt
      close 2 2024-01-09 exempt
      pay   1 2024-01-10  108.25
      pay   2 2024-01-10  100.00

      in 2024-01
      state 1 tax 8.25 L1 100.00
      state 2 L2 100.00
      detail L1 "Tax Exempt" Yes "Total Tax Amount" 0.00 "Total Invoicing Collected" 100.00
      detail L2 "Tax Exempt" Yes "Total Tax Amount" 0.00 "Total Invoicing Collected" 100.00
    `,
  },
  {
    name: 'E8 gives each combination of tags one row, whatever its order, case or separator',
    text: `
      line  1 L1 A 2024-01-01  100.00 tag "Surgery, Dental"
      line  1 L2 A 2024-01-02   40.00 tag "Dental;Surgery"
      line  1 L3 A 2024-01-03   10.00 tag " dental "
      line  1 L4 A 2024-01-04    5.00
      line  1 L5 A 2024-01-05   99.00 tag Dental excluded
      close 1 2024-01-09
      pay   1 2024-01-10  254.00

      in 2024-01
      state 1 L1 100.00 L2 40.00 L3 10.00 L4 5.00 L5 99.00
      tag   A Dental 10.00
      tag   A "Dental, Surgery" 140.00
      tag   A "No Invoice Tag" 5.00
      practice A 254.00 exempt 99.00 eligible 155.00
    `,
  },
  {
    name: 'E9 lets an excluded line take its turn and land in the exempt column',
    text: `
      line  1 L1 A 2024-01-01  30.00 excluded
      line  1 L2 A 2024-01-02  70.00
      close 1 2024-01-09
      pay   1 2024-01-10  50.00

      in 2024-01
      state 1 L1 30.00 L2 20.00
      practice A 50.00 exempt 30.00 eligible 20.00
      tag   A "No Invoice Tag" 20.00
    `,
  },
  {
    name: 'E10 collects nothing on an invoice discounted to $0',
    text: `
      line  1 L1 A 2024-01-08  60.00 discount 60.00
      close 1 2024-01-09

      in 2024-01
      nothing
      total 0.00
      in 2024-01 with detail-rows all
      nothing
      rows  L1
      detail L1 "Total Discount Amount" 60.00 "Total Invoicing Collected" 0.00
    `,
  },
  {
    name: 'E11 takes a negative invoice in full at its close and its cash refund as unallocated',
    text: `
      line   1 L1 A 2024-01-09  -100.00 tax -8.00
      close  1 2024-01-10
      refund 1 2024-02-10  -108.00

      in 2024-01
      state  1 tax -8.00 L1 -100.00 unallocated 108.00
      practice A -100.00 share 100.00
      problem SHARE_OF_NEGATIVE_TOTAL
      in 2024-02
      state  1 unallocated -108.00
      rows   none
    `,
  },
  {
    name: 'E11 leaves the provider alone when more than the negative invoice is refunded',
    text: `
      line   1 L1 A 2024-01-09  -100.00 tax -8.00
      close  1 2024-01-10
      refund 1 2024-02-10  -120.00

      in 2024-01
      state  1 tax -8.00 L1 -100.00 unallocated 108.00
      in 2024-02
      state  1 unallocated -120.00
      rows   none
    `,
  },
  {
    name: 'E12 keeps an overpayment unallocated and gives it back first',
    text: `
      line    1 L1 A 2024-01-09  100.00 tax 5.00
      close   1 2024-01-10
      pay     1 2024-01-10  120.00
      unapply 1 2024-02-10  -15.00
      refund  1 2024-03-10  -20.00

      in 2024-01
      state   1 tax 5.00 L1 100.00 unallocated 15.00
      in 2024-02
      state   1 unallocated -15.00
      rows    none
      in 2024-03
      state   1 L1 -20.00
    `,
  },
  {
    name: 'E13 keeps odd cents exact',
    text: `
      line  1 L1 A 2024-01-08  10.01 tax 2.48
      line  1 L2 B 2024-01-09  20.02
      close 1 2024-01-10
      pay   1 2024-01-10  10.00
      pay   1 2024-02-10  10.00
      pay   1 2024-03-01  12.51

      in 2024-01
      state 1 tax 2.48 L1 7.52
      in 2024-02
      state 1 L1 2.49 L2 7.51
      in 2024-03
      state 1 L2 12.51
    `,
  },
  {
    name: 'E13b covers the tax of the invoice header and warns where the lines say otherwise',
    text: `
      line  1 L1 A 2024-01-08  60.00 tax 4.25
      line  1 L2 B 2024-01-09  40.00 tax 3.00
      close 1 2024-01-09 tax 7.26
      pay   1 2024-01-10  50.00

      in 2024-01
      state 1 tax 7.26 L1 42.74
      problem TAX_DIFFERS
    `,
  },
  {
    name: 'E13c sums two payments on one line in one row',
    text: `
      line  1 L1 A 2024-01-08  80.00
      close 1 2024-01-09
      pay   1 2024-02-01  30.00
      pay   1 2024-02-09  20.00

      in 2024-02
      state 1 L1 50.00
      rows  L1
    `,
  },
  {
    name: 'E14 walks to a negative line in turn, and lets it fund the lines after it',
    text: `${lineReturned}
      in 2024-01
      state 1 L1 30.00
      in 2024-02
      state 1 L1 30.00 L2 -40.00 L3 40.00
      in 2024-03
      state 1 L3 60.00
    `,
  },
  {
    name: 'E14b trues the lines up when the balance reaches $0',
    text: `
      line  1 L1 A 2024-01-08  100.00
      line  1 L2 B 2024-01-09  -40.00
      close 1 2024-01-10
      pay   1 2024-01-10  59.99
      pay   1 2024-02-10   0.01

      in 2024-01
      state 1 L1 59.99
      in 2024-02
      state 1 L1 40.01 L2 -40.00
    `,
  },
  {
    name: 'E15 penalises nobody when a product return is settled on both invoices',
    text: `
      line   1 L1 A 2024-01-09   50.00
      line   2 L2 A 2024-02-09  -50.00
      close  1 2024-01-10
      close  2 2024-02-10
      refund 2 2024-02-10  -50.00
      pay    1 2024-02-10   50.00

      in 2024-02
      state  1 L1 50.00
      state  2 L2 -50.00
      practice A 0.00
      no-problem WRITE_OFF_INVOICE
    `,
  },
  {
    name: 'E15 warns of a negative invoice that writes an unpaid one off',
    text: `
      line  1 L1 A 2024-01-09   50.00 account 77
      line  2 L2 A 2024-02-09  -50.00 account 77
      close 1 2024-01-10 account 77
      close 2 2024-02-10 account 77

      in 2024-02
      state 2 L2 -50.00 unallocated 50.00
      problem WRITE_OFF_INVOICE
    `,
  },
  {
    name: 'E16 counts a voided payment nowhere, whenever it was voided',
    text: `
      line  1 L1 A 2024-01-08  90.00
      line  2 L2 A 2024-01-08  90.00
      line  3 L3 A 2024-01-08  90.00
      close 1 2024-01-09
      close 2 2024-01-09
      close 3 2024-01-09
      pay   1 2024-01-10  90.00 voided 2024-01-12
      pay   2 2024-01-10  90.00 voided Yes
      pay   3 2024-01-10  90.00 id R9
      void  R9 2024-03-12

      in 2024-01
      nothing
      rows  none
      in 2024-01-01 to 2024-12-31
      nothing
    `,
  },
  {
    name: 'E17 splits one payment over two invoices from the oldest close on',
    text: `
      line  7 L1 A 2024-01-01   30.00
      line  8 L2 B 2024-01-02  100.00
      close 7 2024-01-02
      close 8 2024-01-05
      pay   "8; 7" 2024-01-10  80.00

      in 2024-01
      state 7 L1 30.00
      state 8 L2 50.00
      problem PAYMENT_SPLIT_INFERRED
    `,
  },
  {
    name: 'E18 reports an invoice that was re-opened on its last close only',
    text: `
      line  1 L1 A 2024-01-29  50.00
      close 1 2024-02-01
      pay   1 2024-01-30  50.00

      in 2024-01
      nothing
      in 2024-02
      state 1 L1 50.00
    `,
  },
  {
    name: 'E19 uses a refund above what was paid and warns',
    text: `
      line   1 L1 A 2024-01-08  100.00
      close  1 2024-01-10
      pay    1 2024-01-10   40.00
      refund 1 2024-02-10  -55.00
      pay    1 2024-03-01   70.00

      in 2024-01
      state  1 L1 40.00
      in 2024-02
      state  1 L1 -40.00 unallocated -15.00
      problem REFUND_ABOVE_PAID
      count  Payments skipped 0 held 0
      in 2024-03
      state  1 L1 55.00 unallocated 15.00
    `,
  },
];
