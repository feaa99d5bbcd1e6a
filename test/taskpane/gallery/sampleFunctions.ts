/** Functions and lists of a small practice, for the pictures of their page. */
import type { ArgumentLists, FunctionHelp } from '../../../src/app/live/types';

const provider = {
  name: 'provider',
  isRequired: false,
  description: 'Provider as the reports show it, or No provider. Left out: the whole practice.',
};
const from = {
  name: 'from',
  isRequired: false,
  description: 'First day. Left out: the period set in Practice Ledger.',
};
const to = {
  name: 'to',
  isRequired: false,
  description: 'Last day, included. Left out: the period set in Practice Ledger.',
};
const code = {
  name: 'code',
  isRequired: true,
  description: 'Code as the CPT sheets show it.',
};

export const functionHelp: readonly FunctionHelp[] = [
  {
    name: 'NETCOLLECTION',
    description: 'Money received less money given back on its payment date.',
    parameters: [provider, from, to],
  },
  {
    name: 'CPTCOLLECTED',
    description: 'Money that reached a code on its payment date.',
    parameters: [code, provider, from, to],
  },
  {
    name: 'RECEIVABLE',
    description: 'What is owed on complete work at the end of a day.',
    parameters: [
      provider,
      { name: 'asOf', isRequired: false, description: 'Day at whose end the balance stands.' },
    ],
  },
];

export const argumentLists: ArgumentLists = {
  providers: ['Adams, Amelia', 'Baker, Boris', 'No provider'],
  codes: ['99213', 'EXAM', 'No code'],
  tags: ['Dental', 'No Invoice Tag'],
  months: [
    { label: '2024-01', from: '2024-01-01', to: '2024-01-31' },
    { label: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    { label: '2024-03', from: '2024-03-01', to: '2024-03-31' },
  ],
};
