/** Options of Production & Income, and of the audit trail. */
import { type OptionCase, rows } from './optionCase';

/**
 * A crown of 1,000.00 on 3 July; on 5 July the claim is sent with a write-off of 200.00 estimated; on 20 August the
 * insurer pays 380.00 and 240.00 are written off. The two months together are 760.00 by every date.
 */
export const writeOffDate: OptionCase = {
  rule: 'W1–W3',
  tables: {
    Charges: rows('Charge ID | Service Date | Provider | Amount', '1 | 2024-07-03 | A | 1000.00'),
    'Claim Lines': rows(
      'Claim Line ID | Charge ID | Status | Procedure Date | Write-off Estimate | Estimate Date | Write-off | Insurance Paid | Payment Date | Check Date',
      '1 | 1 | Received | 2024-07-03 | 200.00 | 2024-07-05 | 240.00 | 380.00 | 2024-08-20 | 2024-08-20',
    ),
    'Commission Plans': rows('Provider | Basis | Rate', 'A | net-production | 30%'),
  },
  from: '2024-07-01',
  to: '2024-08-31',
  values: {
    'insurance-payment': {
      'Commission Detail': [
        'Date | Base | Commission',
        '2024-07-03 | 1000.00 | 300.00',
        '2024-08-20 | -240.00 | -72.00',
      ],
      'Production & Income - Annual': [
        'Month | Production | Writeoff | Tot Prod | Ins Income',
        '2024-07 | 1000.00 | 0.00 | 1000.00 | 0.00',
        '2024-08 | 0.00 | -240.00 | -240.00 | 380.00',
      ],
    },
    procedure: {
      'Commission Detail': [
        'Date | Base | Commission',
        '2024-07-03 | 1000.00 | 300.00',
        '2024-07-03 | -240.00 | -72.00',
      ],
      'Production & Income - Annual': [
        'Month | Production | Writeoff | Tot Prod | Ins Income',
        '2024-07 | 1000.00 | -240.00 | 760.00 | 0.00',
        '2024-08 | 0.00 | 0.00 | 0.00 | 380.00',
      ],
    },
    claim: {
      'Commission Detail': [
        'Date | Base | Commission',
        '2024-07-03 | 1000.00 | 300.00',
        '2024-07-05 | -200.00 | -60.00',
        '2024-08-20 | -40.00 | -12.00',
      ],
      'Production & Income - Annual': [
        'Month | Production | Writeoff Est | Writeoff Adj | Tot Prod | Ins Income',
        '2024-07 | 1000.00 | -200.00 | 0.00 | 800.00 | 0.00',
        '2024-08 | 0.00 | 0.00 | -40.00 | -40.00 | 380.00',
      ],
    },
  },
};

/** 300.00 on 5 January before any work; on 10 February Dr A does 1,000.00 and they are moved to him. */
export const includeUnearned: OptionCase = {
  rule: 'U3',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Amount',
      '1 | 2024-02-10 | Dr A | 1000.00',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID | Provider | Unearned Type',
      'P1 | 2024-01-05 | Payment | 300.00 | - | - | Prepayment',
      'T1 | 2024-02-10 | Transfer | -300.00 | - | - | Prepayment',
      'T1 | 2024-02-10 | Transfer | 300.00 | 1 | Dr A | -',
    ),
  },
  from: '2024-01-01',
  to: '2024-02-29',
  values: {
    yes: {
      'Production & Income - Annual': [
        'Month | Pt Income | Unearned Pt Income | Total Income',
        '2024-01 | 0.00 | 300.00 | 300.00',
        '2024-02 | 300.00 | -300.00 | 0.00',
      ],
    },
    no: {
      'Production & Income - Annual': [
        'Month | Pt Income | Unearned Pt Income | Total Income',
        '2024-01 | 0.00 | 0.00 | 0.00',
        '2024-02 | 300.00 | 0.00 | 300.00',
      ],
    },
  },
};

/** An appointment of 300.00 on 28 August with a write-off of 60.00 estimated. */
export const scheduledLessWriteOff: OptionCase = {
  rule: 'P9',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Amount | Status',
      '4 | 2024-08-28 | A | 300.00 | Scheduled',
    ),
    'Claim Lines': rows(
      'Claim Line ID | Charge ID | Status | Write-off Estimate',
      '1 | 4 | Estimate | 60.00',
    ),
  },
  from: '2024-08-28',
  to: '2024-08-28',
  values: {
    no: {
      'Production & Income - Monthly': [
        'Date | Production | Sched | Writeoff | Tot Prod',
        '2024-08-28 | 0.00 | 300.00 | 0.00 | 300.00',
      ],
    },
    yes: {
      'Production & Income - Monthly': [
        'Date | Production | Sched | Writeoff | Tot Prod',
        '2024-08-28 | 0.00 | 240.00 | 0.00 | 240.00',
      ],
    },
  },
};

const march = { from: '2024-03-01', to: '2024-03-31' };

/** 1,000.00 came in, 95.00 went back to a patient, and a returned check of 250.00 was deposited again. */
export const collectionAdjustmentSign: OptionCase = {
  rule: 'G-A1',
  tables: {
    'Audit Trail': rows(
      'Tab | Date | Type | Amount',
      'Payments | 2024-03-05 | Check | 1000.00',
      '[+] Adjustments | 2024-03-12 | Refund to Patient | 95.00',
      '[-] Adjustments | 2024-03-20 | ReDeposit Check #1043 | 250.00',
    ),
  },
  ...march,
  values: {
    ledger: {
      'Gross to Net': [
        'Line | Amount',
        'Gross Collection | 1000.00',
        'Collection Adjustments | 155.00',
        'Net Collection | 1155.00',
      ],
      'Control Totals': [
        'Tab | Window | Collection',
        'Payments | 1000.00 | 1000.00',
        '[+] Adjustments | 95.00 | -95.00',
        '[-] Adjustments | 250.00 | 250.00',
      ],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Net production not collected in the range, less collections of other production | 1000.00',
        'Gross Collection | 1000.00',
        'Collection Adjustments | 155.00',
        'Net Collection | 1155.00',
        'Residual | 0.00',
      ],
    },
    literal: {
      'Gross to Net': [
        'Line | Amount',
        'Gross Collection | 1000.00',
        'Collection Adjustments | -155.00',
        'Net Collection | 845.00',
      ],
      'Control Totals': [
        'Tab | Window | Collection',
        'Payments | 1000.00 | 1000.00',
        '[+] Adjustments | 95.00 | 95.00',
        '[-] Adjustments | 250.00 | -250.00',
      ],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Net production not collected in the range, less collections of other production | 1000.00',
        'Gross Collection | 1000.00',
        'Collection Adjustments | -155.00',
        'Net Collection | 845.00',
        'Residual | 0.00',
      ],
    },
  },
};

/** Treatment of 5,300.00, and of 1,500.00 that is voided; a voided discount of 50.00. */
export const voidedRows: OptionCase = {
  rule: 'G-A3',
  tables: {
    'Audit Trail': rows(
      'Tab | Date | Type | Amount | Voided',
      'Production | 2024-03-05 | Treatment | 5300.00 | -',
      'Production | 2024-03-06 | Treatment | 1500.00 | Yes',
      '[-] Adjustments | 2024-03-20 | Courtesy Discount | 50.00 | Yes',
    ),
  },
  ...march,
  values: {
    exclude: {
      'Gross to Net': [
        'Line | Amount',
        'Gross Production | 5300.00',
        'Net Production | 5300.00',
        'Discounts | 0.00',
        'Discounts Count | 0',
      ],
      'Control Totals': [
        'Tab | Window | Production | Voided',
        'Production | 6800.00 | 5300.00 | 1500.00',
        '[-] Adjustments | 50.00 | 0.00 | 50.00',
      ],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Gross Production | 5300.00',
        'Net Production | 5300.00',
        'Net production not collected in the range, less collections of other production | -5300.00',
        'Net Collection | 0.00',
        'Residual | 0.00',
      ],
    },
    include: {
      'Gross to Net': [
        'Line | Amount',
        'Gross Production | 6800.00',
        'Production Adjustments | -50.00',
        'Net Production | 6750.00',
        'Discounts | -50.00',
        'Discounts Count | 1',
      ],
      'Control Totals': [
        'Tab | Window | Production | Voided',
        'Production | 6800.00 | 6800.00 | 0.00',
        '[-] Adjustments | 50.00 | -50.00 | 0.00',
      ],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Gross Production | 6800.00',
        'Discounts | -50.00',
        'Net Production | 6750.00',
        'Net production not collected in the range, less collections of other production | -6750.00',
        'Net Collection | 0.00',
        'Residual | 0.00',
      ],
    },
  },
};
