/** topsOrtho and Gaidge: the Transaction Audit Trail, a sheet for each tab or a column for each. */
import { auditTrailColumns, trailTabs, type TrailTab } from '../../trailKinds';
import { constant, from, type Profile, type ProfileView } from '../profile';

const row: ProfileView['fields'] = {
  Date: from('Date|Transaction Date'),
  Description: from('Description'),
  'Patient Name': from('Patient|Patient Name|Name'),
  Provider: from('Dr.|Provider|Doctor'),
  Voided: from('Voided'),
  'Voiding Staff': from('Voiding Staff'),
};

/** A sheet's name has no brackets: `(+) Adjustments`, `+ Adjustments` and `Adjustments (+)` stand for them. */
const tabNames = [
  ...trailTabs.map((tab) => [tab, tab] as const),
  ...Object.entries(auditTrailColumns.tab.valueSynonyms),
].flatMap(([name, tab]): (readonly [string, string])[] => {
  const sign = name.startsWith('[+]') ? '+' : name.startsWith('[-]') ? '-' : '';
  if (sign === '') return [[name, tab]];
  const rest = name.slice(3).trim();
  const forms = [`(${sign}) ${rest}`, `${sign} ${rest}`, `${rest} (${sign})`, `${rest} ${sign}`];
  return forms.map((form) => [form, tab]);
});

/** Each tab is exported by itself: the sheet bears its name. */
export const topsTab: Profile = {
  name: 'topsOrtho audit trail, one tab',
  needs: ['Date|Transaction Date', 'Type', 'Amount', 'Voiding Staff'],
  lacks: ['Tab'],
  sheets: tabNames.map(([name]) => name),
  views: [
    {
      kind: 'Audit Trail',
      fields: {
        ...row,
        Tab: { sheet: true, values: Object.fromEntries(tabNames) },
        Type: from('Type'),
        Amount: from('Amount'),
      },
    },
  ],
};

function tabColumn(tab: TrailTab): ProfileView {
  return {
    kind: 'Audit Trail',
    rows: [{ money: [tab] }],
    fields: {
      ...row,
      Tab: constant(tab),
      Type: [from('Type'), constant(tab)],
      Amount: from(tab),
    },
  };
}

export const topsColumns: Profile = {
  name: 'topsOrtho audit trail, a column for each tab',
  needs: ['Date|Transaction Date', ...trailTabs],
  views: trailTabs.map(tabColumn),
};
