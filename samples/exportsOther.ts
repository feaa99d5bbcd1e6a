/** Exports of dental, veterinary and orthodontic systems. */
import { animals, march, teeth, visitsOf } from './exportMonth';
import { dayAsText, exportSheet, type ExportSheet, moneyAsText } from './exportSheet';
import { dollars, type SampleRow } from './sampleTable';

/** The running balance stands on every row; collections and what is taken off are negative. */
export function dentrix(): readonly ExportSheet[] {
  let balanceCents = 0;
  const rows = visitsOf({
    seed: 7,
    visits: 14,
    providers: ['DOC1', 'HYG1'],
    services: teeth,
  }).flatMap((visit): SampleRow[] => {
    const row = (day: number, cents: number, cells: SampleRow): SampleRow => {
      balanceCents += cents;
      return {
        Date: dayAsText(day),
        'Entry Date': dayAsText(day),
        Name: visit.patient,
        Prov: visit.provider,
        Amount: moneyAsText(cents),
        Balance: moneyAsText(balanceCents),
        ...cells,
      };
    };
    const { answered, service } = visit;
    const insuredCents = visit.firstCents + visit.secondCents;
    const work = row(visit.day, visit.feeCents, {
      Code: service.code,
      Description: service.name,
      Tooth: service.code === 'D2391' ? 3 : '',
    });
    const check = { Code: 'Pay', Description: 'Check Payment', 'Check #': 1200 + visit.number };
    const paid =
      visit.patientCents === 0
        ? []
        : [
            row(
              visit.day,
              -visit.patientCents,
              visit.number === 1 ? { ...check, Flag: '*' } : check,
            ),
          ];
    if (answered === undefined) return [work, ...paid];
    const insurer = {
      Code: 'Ins',
      Description: 'Dental Ins Payment',
      'Check #': 88_200 + visit.number,
    };
    return [
      work,
      ...paid,
      row(answered, -insuredCents, insurer),
      row(answered, -visit.contractCents, { Code: 'Adj', Description: 'PPO Write-off' }),
    ];
  });
  return [
    exportSheet(
      { name: 'Ledger', above: ['Birch Hill Dental', 'Ledger, 03/01/2024 to 03/31/2024'] },
      'Flag|Date|Entry Date|Name|Tooth|Code|Description|Prov|Amount|Check #|Balance',
      rows,
    ),
  ];
}

/** Every third invoice is not checked out, and not paid. */
export function shepherd(): readonly ExportSheet[] {
  const providers = ['Dr. Baker', 'Dr. Chandra'];
  const visits = visitsOf({ seed: 8, visits: 18, providers, services: animals });
  const taxOf = (cents: number, code: string): number =>
    code === 'FD-2' ? Math.round((cents * 8) / 100) : 0;
  const isPaid = (number: number): boolean => number % 3 !== 0;
  const lines = visits.map((visit) => ({
    'Date Administered': visit.day,
    'Date Created': visit.day,
    'Invoice #': 5000 + visit.number,
    'Client Full Name': visit.patient,
    Patient: visit.number % 2 === 0 ? 'Moss' : 'Pip',
    'PIMS ID': visit.service.code,
    'Product Name': visit.service.name,
    'Product Category': visit.service.code === 'FD-2' ? 'Retail' : 'Services',
    'Product Type': visit.service.code === 'FD-2' ? 'Product' : 'Service',
    'Production User': visit.provider,
    Quantity: visit.units,
    'Original Price': dollars(visit.feeCents),
    'Discount Amount': visit.number === 4 ? 5 : 0,
    'Sales Tax': dollars(taxOf(visit.feeCents, visit.service.code)),
    'Remaining Balance': 0,
  }));
  const invoices = lines.map((line, at) => {
    const dueCents = Math.round(
      (line['Original Price'] - line['Discount Amount'] + line['Sales Tax']) * 100,
    );
    const closed = isPaid(at + 1);
    return {
      'Invoice #': line['Invoice #'],
      'Invoice Date': line['Date Created'],
      'Date Created': line['Date Created'],
      'Invoice Status': closed ? 'Checked Out' : 'Charges Complete',
      'Client Full Name': line['Client Full Name'],
      'Sales Tax': line['Sales Tax'],
      'Amount Paid': closed ? dollars(dueCents) : 0,
      'Remaining Balance': closed ? 0 : dollars(dueCents),
    };
  });
  return [
    exportSheet(
      { name: 'Production', days: 'Date Administered|Date Created' },
      'Date Administered|Date Created|Invoice #|Client Full Name|Patient|PIMS ID|Product Name|Product Category|' +
        'Product Type|Production User|Quantity|Original Price|Discount Amount|Sales Tax|Remaining Balance',
      lines,
    ),
    exportSheet(
      { name: 'Invoice List', days: 'Invoice Date|Date Created' },
      'Invoice #|Invoice Date|Date Created|Invoice Status|Client Full Name|Sales Tax|Amount Paid|Remaining Balance',
      invoices,
    ),
  ];
}

/** Money only: a deposit that was given back, a refund and a voided payment stand among the payments. */
export function instinct(): readonly ExportSheet[] {
  const visits = visitsOf({ seed: 9, visits: 16, providers: ['-'], services: animals });
  const row = (number: number, day: number, cells: SampleRow): SampleRow => ({
    'Transaction ID': `T-${number}`,
    Time: day + 0.5,
    'Account Type': 'Client',
    'Transaction Type': 'Payment',
    'Transaction Method': 'Credit Card',
    'Entry Method': 'Chip',
    'Paid Amount': 0,
    'Refunded Amount': 0,
    'Voided Paid Amount': 0,
    'Voided Refunded Amount': 0,
    'Hospital Location': 'Main',
    ...cells,
  });
  const paid = visits.map((visit) =>
    row(visit.number, visit.day, {
      'Account ID': visit.patientNumber,
      'Invoice ID': 5000 + visit.number,
      'Paid Amount': dollars(visit.feeCents),
      'Refunded Amount': visit.number === 5 ? 12.5 : 0,
    }),
  );
  const deposit = { 'Account ID': 704, 'Transaction Method': 'Cash', 'Entry Method': '' };
  return [
    exportSheet(
      {
        name: 'Transaction Details',
        above: ['Transaction Details', 'Fern Lake Animal Care'],
        days: 'Time',
      },
      'Transaction ID|Time|Account ID|Account Type|Invoice ID|Transaction Type|Transaction Method|' +
        'Credit Card Type|Ending In|Entry Method|Paid Amount|Refunded Amount|Voided Paid Amount|' +
        'Voided Refunded Amount|Hospital Location',
      [
        ...paid,
        row(17, march(25), {
          ...deposit,
          'Transaction Type': 'Deposit (Pre-Payment)',
          'Paid Amount': 200,
        }),
        row(18, march(27), {
          ...deposit,
          'Transaction Type': 'Refund (Account Deposit)',
          'Refunded Amount': 80,
        }),
        row(19, march(28), { 'Account ID': 702, 'Invoice ID': 5003, 'Voided Paid Amount': 60 }),
      ],
    ),
  ];
}

/** A column for each tab; blank cells where nothing is, and the window of the report above. */
export function topsOrtho(): readonly ExportSheet[] {
  const rows = visitsOf({
    seed: 10,
    visits: 12,
    providers: ['Dr. Umber', 'Dr. Vale'],
    services: [{ code: '', name: 'Contract Charge', cents: 24_375 }],
  }).flatMap((visit): SampleRow[] => {
    const row = { Date: dayAsText(visit.day), Patient: visit.patient, 'Dr.': visit.provider };
    return [
      { ...row, Type: 'Contract Charge', Production: dollars(visit.feeCents) },
      { ...row, Type: 'Check', Payments: dollars(visit.feeCents - visit.number * 125) },
      ...(visit.number % 4 === 0
        ? [{ ...row, Type: 'Courtesy discount', '[-] Adjustments': dollars(1_250 * visit.number) }]
        : []),
    ];
  });
  return [
    exportSheet(
      {
        name: 'Audit Trail',
        above: ['Transaction Audit Trail', 'Window: 03/01/2024 - 03/31/2024'],
      },
      'Date|Patient|Dr.|Type|Production|Payments|[+] Contract Adj|[-] Contract Adj|[+] Adjustments|[-] Adjustments',
      rows,
    ),
  ];
}
