/** The golden case of every option. */
import type { OptionName } from '../../../src/engine/options';
import {
  claimPayTotal,
  negativeProduction,
  paysplitEnforcement,
  preferCurrentPatient,
  prepayToProviders,
  transfer,
} from './allocation';
import { labDate, roundCommission, roundCommissionAt } from './commission';
import { cptDiscounts, cptModifiers, cptRefunds, cptSpread, cptUsed } from './cpt';
import {
  collectionAdjustmentSign,
  includeUnearned,
  scheduledLessWriteOff,
  voidedRows,
  writeOffDate,
} from './income';
import { detailRows, negativeLines, salesTax } from './invoicing';
import type { OptionCase } from './optionCase';

export const optionCases: Readonly<Partial<Record<OptionName, OptionCase>>> = {
  'negative-lines': negativeLines,
  'detail-rows': detailRows,
  'cpt-used': cptUsed,
  'cpt-spread': cptSpread,
  'cpt-refunds': cptRefunds,
  'cpt-modifiers': cptModifiers,
  'cpt-discounts': cptDiscounts,
  'write-off-date': writeOffDate,
  'include-unearned': includeUnearned,
  'scheduled-less-write-off': scheduledLessWriteOff,
  'sales-tax': salesTax,
  'collection-adjustment-sign': collectionAdjustmentSign,
  'voided-rows': voidedRows,
  'paysplit-enforcement': paysplitEnforcement,
  'claim-pay-total': claimPayTotal,
  'prefer-current-patient': preferCurrentPatient,
  'prepay-to-providers': prepayToProviders,
  'negative-production-as-income': negativeProduction,
  transfer,
  'lab-date': labDate,
  'round-commission': roundCommission,
  'round-commission-at': roundCommissionAt,
};
