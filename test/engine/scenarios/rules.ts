/** Every rule of Collected Invoicing that a figure can show, I-1 to I-29; figures worked out by hand. */
import type { NamedScenario } from './examples';

/** 100.00 for A, closed on 5 January. */
const oneLine = `
  line  1 L1 A 2024-01-04  100.00
  close 1 2024-01-05
`;

/** Tax 7.00, A 60.00, B 40.00, closed on 9 January. */
const twoLines = `
  line  1 L1 A 2024-01-07  60.00
  line  1 L2 B 2024-01-08  40.00 tax 7.00
  close 1 2024-01-09
`;

const scopeAndDates: readonly NamedScenario[] = [
  {
    name: 'I-1 collects what was paid and refunded in the period on closed invoices',
    text: `${oneLine}
      pay    1 2024-01-31  10.00
      pay    1 2024-02-01  20.00
      refund 1 2024-02-29  -5.00
      pay    1 2024-03-01  40.00

      in 2024-02
      state 1 L1 15.00
    `,
  },
  {
    name: 'I-2 collects the amount less its discount, for all units and before tax',
    text: `
      line  1 L1 A 2024-01-04  100.00 units 3 discount 10.00 tax 9.00
      line  2 L2 A 2024-01-04 -100.00 discount -10.00
      close 1 2024-01-05
      close 2 2024-01-05
      pay   1 2024-01-06  99.00

      in 2024-01
      state 1 tax 9.00 L1 90.00
      state 2 L2 -90.00 unallocated 90.00
      detail L1 "Total Discount Amount" 10.00 "Total Tax Amount" 9.00
    `,
  },
  {
    name: 'I-3 leaves the lines of open invoices out, even when they are paid in full',
    text: `
      line 1 L1 A 2024-01-04  100.00
      open 1
      pay  1 2024-01-06  100.00

      in 2024-01
      nothing
      rows none
      in 2024-01 with detail-rows all
      nothing
      rows none
    `,
  },
  {
    name: 'I-4 includes earlier closes paid now, earlier payments closed now, and both now',
    text: `
      line  1 L1 A 2024-01-04  10.00
      line  2 L2 A 2024-01-04  20.00
      line  3 L3 A 2024-02-04  40.00
      line  4 L4 A 2024-01-04  80.00
      close 1 2024-01-05
      close 2 2024-02-10
      close 3 2024-02-11
      close 4 2024-01-05
      pay   1 2024-02-20  10.00          # (a)
      pay   2 2023-11-20  20.00          # (b)
      pay   3 2024-02-12  40.00          # (c)
      pay   4 2024-01-06  80.00          # none of them

      in 2024-02
      state 1 L1 10.00
      state 2 L2 20.00
      state 3 L3 40.00
      total 70.00
    `,
  },
  {
    name: 'I-5 dates a payment on an open invoice by the close, in any period that holds the close',
    text: `
      line  1 L1 A 2024-02-01  100.00
      close 1 2024-02-29T18:00
      pay   1 2024-01-10        30.00
      pay   1 2024-02-29T09:00  50.00

      in 2024-01
      nothing
      in 2024-02-01 to 2024-02-29T17:59
      nothing
      in 2024-02-29T18:00 to 2024-02-29T18:00
      state 1 L1 80.00
      in 2024-02-29
      state 1 L1 80.00
      in 2024-02
      state 1 L1 80.00
      in 2024-03
      nothing
    `,
  },
  {
    name: 'I-6 includes both ends of the range, the last day to its last minute',
    text: `${oneLine}
      pay 1 2024-01-31T23:59   1.00
      pay 1 2024-02-01T00:00   2.00
      pay 1 2024-02-29         4.00
      pay 1 2024-02-29T23:59   8.00
      pay 1 2024-03-01        16.00

      in 2024-02
      state 1 L1 14.00
      in 2024-02-29
      state 1 L1 12.00
      in 2024-03
      state 1 L1 16.00
    `,
  },
  {
    name: 'I-6 includes the minute a range with times starts and the minute it ends',
    text: `${oneLine}
      pay 1 2024-02-10T08:59  1.00
      pay 1 2024-02-10T09:00  2.00
      pay 1 2024-02-10T18:00  4.00
      pay 1 2024-02-10T18:01  8.00

      in 2024-02-10T09:00 to 2024-02-10T18:00
      state 1 L1 6.00
      in 2024-02-10T18:01 to 2024-02-10
      state 1 L1 8.00
    `,
  },
];

const waterfall: readonly NamedScenario[] = [
  {
    name: 'I-7 covers the whole tax of the invoice before any line',
    text: `${twoLines}
      pay 1 2024-01-10  6.99
      pay 1 2024-02-10  0.01
      pay 1 2024-03-10  0.01

      in 2024-01
      state 1 tax 6.99
      rows none
      in 2024-02
      state 1 tax 0.01
      in 2024-03
      state 1 L1 0.01
    `,
  },
  {
    name: 'I-7 pays lines from the oldest date and time on, not in the order of the sheet',
    text: `
      line  1 L1 A 2024-01-04T11:00  10.00
      line  1 L2 B 2024-01-04T10:59  10.00
      line  1 L3 C 2024-01-03T23:00  10.00
      close 1 2024-01-05
      pay   1 2024-01-06  15.00

      in 2024-01
      state 1 L3 10.00 L2 5.00
    `,
  },
  {
    name: 'I-8 takes a refund off the newest line, back to the oldest, and off the tax last',
    text: `${twoLines}
      pay    1 2024-01-10  107.00
      refund 1 2024-02-10  -39.99
      refund 1 2024-03-10   -0.02
      refund 1 2024-04-10  -60.00
      refund 1 2024-05-10   -6.99

      in 2024-02
      state 1 L2 -39.99
      in 2024-03
      state 1 L2 -0.01 L1 -0.01
      in 2024-04
      state 1 L1 -59.99 tax -0.01
      in 2024-05
      state 1 tax -6.99
    `,
  },
  {
    name: 'I-9 depends on the net money alone: a payment and its refund leave no trace',
    text: `${twoLines}
      pay    1 2024-01-10  20.00
      pay    1 2024-01-11  50.00
      pay    1 2024-01-12  30.00
      refund 1 2024-01-13 -50.00

      in 2024-01
      state 1 tax 7.00 L1 43.00
    `,
  },
  {
    name: 'I-9 lets negative tax stand in full and fund the lines',
    text: `
      line  1 L1 A 2024-01-07  60.00 tax -8.00
      line  1 L2 B 2024-01-08  40.00
      close 1 2024-01-09
      pay   1 2024-01-10  50.00
      pay   1 2024-02-10   5.00
      pay   1 2024-03-10  37.00

      in 2024-01
      state 1 tax -8.00 L1 58.00
      in 2024-02
      state 1 L1 2.00 L2 3.00
      in 2024-03
      state 1 L2 37.00
    `,
  },
  {
    name: 'I-9 leaves money below nothing unallocated while the invoice still asks for money',
    text: `${twoLines}
      refund 1 2024-01-10  -5.00
      pay    1 2024-02-10   5.00
      pay    1 2024-03-10   1.00

      in 2024-01
      state 1 unallocated -5.00
      in 2024-02
      state 1 unallocated 5.00
      in 2024-03
      state 1 tax 1.00
    `,
  },
  {
    name: 'I-9 finds the invoice of a payment by its charge, and the charge changes nothing in the walk',
    text: `${twoLines}
      pay - 2024-01-10  50.00 charge L2

      in 2024-01
      state 1 tax 7.00 L1 43.00
    `,
  },
  {
    name: 'I-9 takes the invoice a payment names before that of its charge',
    text: `${twoLines}
      line  2 L3 A 2024-01-08  60.00
      close 2 2024-01-09
      pay   2 2024-01-10  50.00 charge L2

      in 2024-01
      state 2 L3 50.00
    `,
  },
  {
    name: 'I-10 takes every line in full at the close when the invoice asks for nothing',
    text: `
      line  1 L1 A 2024-01-07   100.00 tax 8.00
      line  1 L2 B 2024-01-08  -108.00
      close 1 2024-02-09

      in 2024-01
      nothing
      in 2024-02
      state 1 tax 8.00 L1 100.00 L2 -108.00
    `,
  },
  {
    name: 'I-10 keeps an invoice of $0 in full when money is taken off it',
    text: `
      line   1 L1 A 2024-01-07   40.00
      line   1 L2 B 2024-01-08  -40.00
      close  1 2024-01-09
      refund 1 2024-01-10   -5.00

      in 2024-01
      state 1 L1 40.00 L2 -40.00 unallocated -5.00
    `,
  },
  {
    name: 'I-10 takes every line in full from the cent that pays the invoice off',
    text: `
      line  1 L1 A 2024-01-07   50.00
      line  1 L2 B 2024-01-08    0.00
      line  1 L3 C 2024-01-09  -20.00
      line  1 L4 D 2024-01-09   10.00
      close 1 2024-01-10
      pay   1 2024-01-10   39.99
      pay   1 2024-02-10    0.01

      in 2024-01
      state 1 L1 39.99
      in 2024-02
      state 1 L1 10.01 L3 -20.00 L4 10.00
    `,
  },
  {
    name: 'I-10 keeps a negative invoice in full, whatever money moves on it later',
    text: `
      line   1 L1 A 2024-01-07   30.00
      line   1 L2 B 2024-01-08  -50.00
      close  1 2024-01-09
      pay    1 2024-01-10   10.00
      refund 1 2024-02-10  -30.00

      in 2024-01
      state 1 L1 30.00 L2 -50.00 unallocated 30.00
      rows  L1 L2
      in 2024-02
      state 1 unallocated -30.00
      rows  none
    `,
  },
  {
    name: 'I-11 counts account credit used on an invoice and never the deposit behind it',
    text: `${oneLine}
      deposit - 2024-01-02  80.00
      deposit 1 2024-01-06  20.00
      credit  1 2024-01-10  80.00

      in 2024-01
      state 1 L1 80.00
    `,
  },
  {
    name: 'I-12 counts an unapplied payment once, as a refund on its invoice',
    text: `${oneLine}
      pay      1 2024-01-06   80.00
      unapply  1 2024-02-06  -30.00 account 77
      transfer - 2024-02-06   30.00 account 77

      in 2024-02
      state 1 L1 -30.00
      count Payments skipped 1 held 0
    `,
  },
  {
    name: 'I-13 gives a line one row for all its payments and refunds of the period',
    text: `${oneLine}
      pay    1 2024-01-06  80.00
      refund 1 2024-01-07 -30.00
      credit 1 2024-01-08   5.00

      in 2024-01
      state 1 L1 55.00
      rows  L1
    `,
  },
  {
    name: 'I-14 keeps every line of the invoice in the walk, also one dated after the period',
    text: `
      line  1 L1 A 2024-06-01  50.00
      line  1 L2 B 2023-06-01  50.00
      close 1 2024-01-05
      pay   1 2024-01-06  60.00

      in 2024-01
      state 1 L2 50.00 L1 10.00
      detail L1 "Invoice Line Item Date / Time" 2024-06-01
      detail L2 "Invoice Line Item Date / Time" 2023-06-01
    `,
  },
  {
    name: 'I-15 evens a provider correction out when the original invoice is paid',
    text: `
      line  1 L1 A 2024-01-04   90.00
      line  2 L2 A 2024-02-04  -90.00
      line  2 L3 B 2024-02-04   90.00
      close 1 2024-01-05
      close 2 2024-02-05
      pay   1 2024-03-05   30.00
      pay   1 2024-04-05   60.00

      in 2024-02
      state 2 L2 -90.00 L3 90.00
      in 2024-01-01 to 2024-03-31
      state 1 L1 30.00
      state 2 L2 -90.00 L3 90.00
      practice A -60.00
      practice B 90.00
      in 2024-01-01 to 2024-04-30
      state 1 L1 90.00
      state 2 L2 -90.00 L3 90.00
      practice A 0.00
      practice B 90.00
    `,
  },
  {
    name: 'I-16 does not call a return a write-off when its invoice was refunded',
    text: `
      line    1 L1 A 2024-01-09   50.00 account 77
      line    2 L2 A 2024-02-09  -50.00 account 77
      close   1 2024-01-10 account 77
      close   2 2024-02-10 account 77
      unapply 2 2024-02-11  -50.00 account 77

      in 2024-02
      state 2 L2 -50.00
      no-problem WRITE_OFF_INVOICE
    `,
  },
  {
    name: 'I-16 does not call a return a write-off when another account or provider owes the amount',
    text: `
      line  1 L1 A 2024-01-09   50.00 account 78
      line  3 L3 B 2024-01-09   50.00 account 77
      line  2 L2 A 2024-02-09  -50.00 account 77
      close 1 2024-01-10 account 78
      close 3 2024-01-10 account 77
      close 2 2024-02-10 account 77

      in 2024-02
      state 2 L2 -50.00 unallocated 50.00
      no-problem WRITE_OFF_INVOICE
    `,
  },
  {
    name: 'I-17 lets an excluded line consume money in its turn',
    text: `
      line  1 L1 A 2024-01-01  30.00
      line  1 L2 B 2024-01-02  30.00 excluded
      line  1 L3 A 2024-01-03  30.00
      close 1 2024-01-09
      pay   1 2024-01-10  70.00

      in 2024-01
      state 1 L1 30.00 L2 30.00 L3 10.00
      practice A 40.00 eligible 40.00
      practice B 30.00 exempt 30.00
      total 70.00 exempt 30.00 eligible 40.00
      tag   A "No Invoice Tag" 40.00
    `,
  },
];

const workbook: readonly NamedScenario[] = [
  {
    name: 'I-22 divides by what all providers collected, also where the report shows one of them',
    text: `${twoLines}
      pay 1 2024-01-10  87.00

      in 2024-01
      state 1 tax 7.00 L1 60.00 L2 20.00
      practice A 60.00 share 75.00
      practice B 20.00 share 25.00
      in 2024-01 only B
      state 1 tax 7.00 L2 20.00
      practice B 20.00 share 25.00
      rows L2
    `,
  },
  {
    name: 'I-23 gives each provider one row a combination of tags, eligible amounts only',
    text: `
      line  1 L1 A 2024-01-01  10.00 tag Dental
      line  1 L2 B 2024-01-02  20.00 tag Dental
      line  1 L3 A 2024-01-03  40.00 tag "Dental, Xray"
      line  1 L4 A 2024-01-04  80.00 tag Dental
      line  1 L5 A 2024-01-05   5.00 tag Dental excluded
      close 1 2024-01-09
      pay   1 2024-01-10  155.00

      in 2024-01
      state 1 L1 10.00 L2 20.00 L3 40.00 L4 80.00 L5 5.00
      practice A 135.00 exempt 5.00 eligible 130.00
      practice B 20.00
      tag A Dental 90.00
      tag A "Dental, Xray" 40.00
      tag B Dental 20.00
    `,
  },
  {
    name: 'I-24 lists providers by last name and their lines by date and time',
    text: `
      line  1 L1 "Carl Young DVM"   2024-01-01        10.00
      line  1 L2 "Dr Zoe Adams"     2024-01-02T10:00  10.00
      line  1 L3 "Baker, Al"        2024-01-03        10.00
      line  1 L4 -                  2024-01-04        10.00
      line  1 L5 "Dr. Dan Cole Jr"  2024-01-05        10.00
      line  1 L6 "Dr Zoe Adams"     2024-01-02T09:00  10.00
      close 1 2024-01-09
      pay   1 2024-01-10  60.00

      in 2024-01
      state 1 L1 10.00 L2 10.00 L3 10.00 L4 10.00 L5 10.00 L6 10.00
      rows  L6 L2 L3 L5 L1 L4
      practice "Dr Zoe Adams" 20.00
      practice "Baker, Al" 10.00
      practice "Dr. Dan Cole Jr" 10.00
      practice "Carl Young DVM" 10.00
      practice "No provider" 10.00
    `,
  },
  {
    name: 'I-25 shows the tax of a line unless its account is tax exempt now',
    text: `
      line  1 L1 A 2024-01-07  60.00 tax 4.00
      line  2 L2 A 2024-01-08  60.00 tax 4.00
      close 1 2024-01-09
      close 2 2024-01-09 exempt
      pay   1 2024-01-10  10.00
      pay   2 2024-01-10  10.00

      in 2024-01
      state 1 tax 4.00 L1 6.00
      state 2 tax 4.00 L2 6.00
      detail L1 "Tax Exempt" No  "Total Tax Amount" 4.00
      detail L2 "Tax Exempt" Yes "Total Tax Amount" 0.00
    `,
  },
  {
    name: 'I-26 says whether a line is eligible for commissions',
    text: `
      line  1 L1 A 2024-01-07  60.00
      line  1 L2 A 2024-01-08  60.00 excluded
      close 1 2024-01-09
      pay   1 2024-01-10  70.00

      in 2024-01
      state 1 L1 60.00 L2 10.00
      detail L1 "Eligible for Commissions" Yes
      detail L2 "Eligible for Commissions" No
    `,
  },
  {
    name: 'I-28 lists every line of the invoices closed in the period as gross, collected or not',
    text: `
      line  1 L1 A 2024-01-07  60.00 discount 10.00 tax 4.00
      line  1 L2 B 2024-01-08  40.00 excluded
      line  1 L3 B 2024-01-08  25.00 status Voided
      line  2 L4 A 2024-01-08  99.00
      line  3 L5 A 2024-02-08  70.00
      line  4 L6 A 2024-01-08  11.00
      close 1 2024-01-31T23:59
      open  2
      close 3 2024-02-01
      close 4 2024-01-10 status Voided
      pay   1 2024-01-31   5.00

      in 2024-01
      state 1 tax 4.00 L1 1.00
      gross A 50.00
      gross B 40.00 exempt 40.00
      in 2024-02
      nothing
      gross A 70.00
    `,
  },
  {
    name: 'I-29 counts an invoice at the location it had when it closed',
    text: `
      line  1 L1 A 2024-01-07  60.00 location West
      line  2 L2 A 2024-01-07  40.00 location East
      close 1 2024-01-09 location East
      close 2 2024-01-09 location West
      pay   1 2024-01-10  60.00 location West
      pay   2 2024-01-10  40.00 location East

      in 2024-01 at East
      state 1 L1 60.00
      practice A 60.00 share 100.00
      gross A 60.00
      in 2024-01 at West
      state 2 L2 40.00
      in 2024-01 at East at West
      state 1 L1 60.00
      state 2 L2 40.00
    `,
  },
];

export const rules: readonly NamedScenario[] = [...scopeAndDates, ...waterfall, ...workbook];
