/** Every state that the view of commission plans can be in. */
import { planForm } from '../../../src/app/plans/planForm';
import type {
  PayFigure,
  PayRow,
  PlanBook,
  PlanChangeOutcome,
  PlanEffect,
  PlanProblem,
  PlansOutcome,
} from '../../../src/app/plans/types';
import type { FakeScript } from './fakeServices';
import * as sample from './sample';
import type { GalleryState } from './states';

const names = ['Dr. Alice Ames', 'Dr. Bob Boyd', 'Dr. Maximiliana Featherstonehaugh-Abernathy DVM'];

function figure(now: string, then = now, change = ''): PayFigure {
  return { now, then, change };
}

const ames: PayRow = {
  name: names[0]!,
  payable: figure('370,527.04'),
  base: figure('1,235,090.14'),
};
const boyd: PayRow = { name: names[1]!, payable: figure('12,057.56'), base: figure('30,143.91') };
const other: PayRow = { name: names[2]!, payable: figure('-120.00'), base: figure('0.00') };
const total = (payable: PayFigure, base = figure('1,265,234.05')): PayRow => ({
  name: 'Total',
  payable,
  base,
});

const now: PlanEffect = {
  pay: { changed: [], unchanged: [ames, boyd, other], total: total(figure('382,464.60')) },
  problems: [],
  blocked: '',
};
const then: PlanEffect = {
  pay: {
    changed: [
      { ...ames, payable: figure('370,527.04', '432,281.55', '+61,754.51') },
      {
        ...boyd,
        payable: figure('12,057.56', '11,940.00', '-117.56'),
        base: figure('30,143.91', '29,850.00', '-293.91'),
      },
    ],
    unchanged: [other],
    total: total(
      figure('382,464.60', '444,101.55', '+61,636.95'),
      figure('1,265,234.05', '1,264,940.14', '-293.91'),
    ),
  },
  problems: [],
  blocked: '',
};

const problem = (of: Partial<PlanProblem>): PlanProblem => ({
  key: '1 2',
  field: 'rate',
  place: 'Plans C2, Rate',
  title: 'Rate ambiguous',
  found: '"0.35"',
  done: 'the row was left out, and no commission was computed for this provider',
  fix: 'Write the per cent sign, such as 30 % or 0.3 %, or format the cell as a percentage.',
  isHeld: true,
  ...of,
});
const gap = problem({
  key: '1 5',
  field: 'from',
  place: 'Plans F5, Effective From',
  found: 'no plan is in force from 2024-03-16 to 2024-03-31',
  done: 'what falls on these days earns no commission, and is listed as not counted',
  fix: 'close the gap, if it is none of the contract',
  isHeld: false,
});

const book: PlanBook = {
  period: '2024-03-01 to 2024-03-31',
  fields: planForm({
    providers: { names: [...names, 'No provider'], noProvider: names.length } as never,
  }),
  plans: [
    ['Dr. Alice Ames', 'net-income', '30 %', { from: '2023-01-01' }],
    [
      'Dr. Bob Boyd',
      'gross-production',
      '40 %',
      {
        appliesTo: 'D2740; D2750',
        labMethod: 'after-lab',
        guarantee: '5,000.00',
        guaranteePeriod: 'month',
      },
    ],
    [
      'Dr. Bob Boyd',
      'gross-production',
      '27.5 %',
      { tierFrom: '50,000.00', tierMethod: 'marginal' },
    ],
    ['*', 'collected-invoicing', '25 %', { from: '2024-04-01', to: '2024-12-31' }],
  ].map(([provider, basis, rate, more], place) => ({
    key: `1 ${place + 2}`,
    place: `Plans, row ${place + 2}`,
    sheet: 'Plans',
    cell: `A${place + 2}`,
    texts: { provider, basis, rate, ...(more as object) } as Record<string, string>,
  })),
  into: 'New plans are written below those on ‘Plans’.',
  effect: { ...now, problems: [gap] },
  undo: '',
};

const found: PlansOutcome = { kind: 'done', book };
const none: PlansOutcome = {
  kind: 'done',
  book: {
    ...book,
    plans: [],
    into: 'New plans are written to a sheet of their own, ‘Commission Plans’.',
    effect: {
      pay: { changed: [], unchanged: [], total: total(figure('0.00'), figure('0.00')) },
      problems: [],
      blocked: '',
    },
  },
};
const refusedEffect: PlanEffect = {
  ...then,
  problems: [problem({})],
  blocked:
    'Plans C2, Rate: "0.35". Write the per cent sign, such as 30 % or 0.3 %, or format the cell as a percentage.',
};
const applied: PlanChangeOutcome = {
  kind: 'done',
  said: 'The plans were written to ‘Plans’: 1 cell. Refresh brings the reports up to date.',
  next: { kind: 'done', book: { ...book, undo: '1 cell' } },
};
const changed: PlanChangeOutcome = {
  kind: 'refused',
  said: 'The plans in the workbook were changed after they were read, so nothing was written. Look at them again.',
  next: found,
};
const failed: PlanChangeOutcome = {
  kind: 'failed',
  message: 'The workbook or a sheet is protected',
  fix: 'Unprotect it, or run the report in a copy of the workbook.',
};
const reading = {
  stage: 'read',
  text: 'Reading Payments, 12,000 rows',
  share: 0.4,
  isCancellable: true,
} as const;

function plansIn(plans: PlansOutcome | undefined, more: Partial<FakeScript> = {}): FakeScript {
  return {
    look: { kind: 'done', inspection: sample.inspection },
    plansEffect: { kind: 'done', effect: then },
    ...(plans === undefined ? {} : { plans }),
    ...more,
  };
}

const open = ['Change plans'];
const form = [...open, 'Change: Dr. Alice Ames'];
const type = { Rate: '35 %' };
const apply = ['Apply 1 change'];

export const planStates = {
  plans: { script: plansIn(found), press: open },
  'plans-form': {
    script: plansIn(found),
    press: [...open, 'Change: Dr. Bob Boyd', 'Tiers, shares'],
  },
  'plans-effect': { script: plansIn(found), press: form, type, then: ['1 other provider'] },
  'plans-refused': {
    script: plansIn(found, { plansEffect: { kind: 'done', effect: refusedEffect } }),
    press: form,
    type: { Rate: '0.35' },
    then: ['Tiers, shares'],
  },
  'plans-added': {
    script: plansIn(found),
    press: [...open, 'Remove: Everyone else', 'Add a plan'],
  },
  'plans-leaving': { script: plansIn(found), press: form, type, then: ['Back to the reports'] },
  'plans-applied': {
    script: plansIn(found, { plansChange: applied }),
    press: form,
    type,
    then: apply,
  },
  'plans-changed': {
    script: plansIn(found, { plansChange: changed }),
    press: form,
    type,
    then: apply,
  },
  'plans-failed': {
    script: plansIn(found, { plansChange: failed }),
    press: form,
    type,
    then: apply,
  },
  'plans-none': { script: plansIn(none), press: open },
  'plans-reading': { script: plansIn(undefined, { plansProgress: reading }), press: open },
  'plans-stopped': {
    script: plansIn({
      kind: 'refused',
      reasons: [
        'the ledger has problems that would make every figure wrong; they are listed below the reports',
      ],
    }),
    press: open,
  },
} as const satisfies Record<string, GalleryState>;
