/** The pure part of the pane: what each event makes of its state, and what is run and kept. */
import {
  changedOptions,
  daysTrouble,
  initialChoice,
  refusalOf,
  settingsToKeep,
  settingsToRun,
  tickedReports,
  toggleReport,
  type Choice,
} from '../../src/taskpane/choices';
import { groupProblems } from '../../src/taskpane/problemGroups';
import { initialState, reduce, type PaneEvent, type PaneState } from '../../src/taskpane/state';
import * as sample from './gallery/sample';

const { inspection } = sample;
const looked: PaneEvent = { kind: 'looked', outcome: { kind: 'done', inspection } };

function after(...events: readonly PaneEvent[]): PaneState {
  return events.reduce(reduce, initialState);
}

function choice(changes: Partial<Choice>): Choice {
  return { ...initialChoice, ...changes };
}

describe('the state', () => {
  it('begins by looking, with last month', () => {
    expect(initialState.work.kind).toBe('looking');
    expect(initialState.choice.period).toBe('last-month');
  });

  it('takes the period that the inspection suggests where nothing is kept or chosen', () => {
    const outcome = { kind: 'done', inspection: { ...inspection, suggested: 'ledger' } } as const;
    const suggesting: PaneEvent = { kind: 'looked', outcome };
    const kept: PaneEvent = {
      kind: 'settings-loaded',
      settings: { period: { kind: 'last-year' }, reports: [], options: {} },
    };
    expect(after(suggesting).choice.period).toBe('ledger');
    expect(after(kept, suggesting).choice.period).toBe('last-year');
    const chosen: PaneEvent = { kind: 'period-chosen', period: 'this-month' };
    expect(after(looked, chosen, suggesting).choice.period).toBe('this-month');
  });

  it('does not let late settings undo a choice of the user', () => {
    const state = after(
      looked,
      { kind: 'period-chosen', period: 'this-month' },
      {
        kind: 'settings-loaded',
        settings: { period: { kind: 'last-year' }, reports: [], options: {} },
      },
    );
    expect(state.choice.period).toBe('this-month');
  });

  it('keeps the days of kept settings without their times', () => {
    const period = {
      kind: 'custom',
      from: '2024-03-01T08:00',
      to: '2024-03-31T18:00',
    } as const;
    const { choice: loaded } = after({
      kind: 'settings-loaded',
      settings: { period, reports: [], options: {} },
    });
    expect([loaded.from, loaded.to]).toEqual(['2024-03-01', '2024-03-31']);
  });

  it('speaks a stage once, however often its progress is told', () => {
    const told = (text: string): PaneEvent => ({
      kind: 'progressed',
      progress: { stage: 'read', text, share: 0.1, isCancellable: true },
    });
    const state = after(looked, { kind: 'refresh-started' }, told('first'), told('second'));
    expect(state.announcement).toBe('first');
    expect(state.work.kind === 'refreshing' && state.work.progress?.text).toBe('second');
  });

  it('ignores progress that is told after the end', () => {
    const late: PaneEvent = {
      kind: 'progressed',
      progress: { stage: 'write', text: 'late', share: 1, isCancellable: false },
    };
    expect(after(looked, late).work).toEqual({ kind: 'idle' });
  });

  it('shows the tables and problems that a refresh read', () => {
    const state = after(
      looked,
      { kind: 'refresh-started' },
      { kind: 'refreshed', outcome: sample.doneHeld },
    );
    expect(state.inspection?.problems).toBe(sample.heldProblems);
    expect(state.refreshCount).toBe(1);
  });

  it('is out of date after an edit, also while a run goes on that is then cancelled', () => {
    const edited = after(looked, { kind: 'ledger-changed' });
    expect(edited.isOutOfDate).toBe(true);
    const cancelled = reduce(reduce(edited, { kind: 'refresh-started' }), {
      kind: 'refreshed',
      outcome: { kind: 'cancelled' },
    });
    expect(cancelled.isOutOfDate).toBe(true);
    const done = reduce(cancelled, { kind: 'refreshed', outcome: sample.done });
    expect(done.isOutOfDate).toBe(false);
    expect(after({ kind: 'ledger-changed' }).isOutOfDate).toBe(false);
  });

  it('stays out of date when the ledger is edited during the run', () => {
    const state = after(
      looked,
      { kind: 'refresh-started' },
      { kind: 'ledger-changed' },
      { kind: 'refreshed', outcome: sample.done },
    );
    expect(state.isOutOfDate).toBe(true);
  });

  it('keeps what was written, and drops a failure, when the workbook is looked at again', () => {
    const refreshed = (outcome: typeof sample.done): PaneEvent => ({ kind: 'refreshed', outcome });
    expect(after(looked, refreshed(sample.done), looked).outcome).toBe(sample.done);
    expect(after(looked, refreshed(sample.failed), looked).outcome).toBeUndefined();
  });

  it('says a failure as two sentences', () => {
    const state = after(looked, { kind: 'refreshed', outcome: sample.failed });
    expect(state.announcement).toBe(
      'Excel is waiting for you to finish a cell. ' +
        'Press Enter or Esc in the cell, then press Refresh again.',
    );
  });
});

describe('the reports', () => {
  const toggle = (report: string): PaneEvent => ({ kind: 'report-toggled', report });

  it('are all at first, and all again when the last tick is back', () => {
    const one = after(looked, toggle('gross-invoicing'));
    expect(tickedReports(one.choice, inspection)).toEqual(['collected-invoicing']);
    expect(reduce(one, toggle('gross-invoicing')).choice.ticked).toBeUndefined();
  });

  it('cannot be none: nothing is kept, and Refresh is off', () => {
    const none = after(looked, toggle('gross-invoicing'), toggle('collected-invoicing')).choice;
    expect(settingsToKeep(none)).toBeUndefined();
    expect(refusalOf(none, inspection)).toBe('Tick at least one report.');
  });

  it('that are made by name are not among all, and are ticked beside them', () => {
    const [first] = inspection.reports;
    const charts = { ...first!, name: 'charts', isByName: true as const };
    const more = { ...inspection, reports: [...inspection.reports, charts] };
    const all = choice({});
    const names = inspection.reports.map(({ name }) => name);
    expect(tickedReports(all, more)).toEqual(names);
    const both = toggleReport(all, 'charts', more);
    expect(both.ticked).toEqual([...names, 'charts']);
    expect(toggleReport(both, 'charts', more).ticked).toBeUndefined();
  });

  it('that cannot be made are not run, but stay ticked', () => {
    const both = choice({ ticked: ['collected-invoicing', 'gross-invoicing'] });
    const poor = sample.poorInspection;
    expect(settingsToRun(both, poor).reports).toEqual(['gross-invoicing']);
    expect(settingsToKeep(both)?.reports).toEqual(['collected-invoicing', 'gross-invoicing']);
  });
});

describe('the options', () => {
  it('count as changed only where the value is there and not the default', () => {
    const options = { 'negative-lines': 'first', 'detail-rows': 'touched' } as const;
    const changed = changedOptions(choice({ options }), inspection);
    expect(changed.map(({ name }) => name)).toEqual(['negative-lines']);
    const unknown = choice({ options: { 'negative-lines': 'sideways' } });
    expect(settingsToRun(unknown, inspection).options).toEqual({});
  });
});

describe('the period', () => {
  it.each([
    ['', '2024-03-31', 'from', 'Choose the first day of the period.'],
    ['2024-03-01', '', 'to', 'Choose the last day of the period.'],
    ['0020-03-01', '2024-03-31', 'from', 'Write the year with four digits.'],
    ['2024-03-01', '12024-03-31', 'to', 'Write the year with four digits.'],
    ['2024-03-02', '2024-03-01', 'to', 'The last day lies before the first day.'],
  ])('from %p to %p is wrong in %s', (from, to, end, sentence) => {
    expect(daysTrouble(from, to)).toEqual({ end, sentence });
    const custom = choice({ period: 'custom', from, to });
    expect(refusalOf(custom, inspection)).toBe(sentence);
    expect(settingsToKeep(custom)).toBeUndefined();
  });

  it('of one day is a period', () => {
    expect(daysTrouble('2024-03-01', '2024-03-01')).toBeUndefined();
  });

  it('without days cannot be run', () => {
    expect(refusalOf(choice({ period: 'ledger' }), sample.poorInspection)).toBe(
      'Choose another period: the ledger has no dates to tell this one.',
    );
  });

  it('is not asked for where no report can be made', () => {
    expect(refusalOf(choice({}), sample.emptyInspection)).toBe(
      'No report can be made from the tables of this workbook.',
    );
  });
});

describe('the problems', () => {
  it('are grouped by severity, the gravest first, then by code', () => {
    const groups = groupProblems(sample.heldProblems);
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
      ['held', 3],
      ['warned', 2],
      ['noted', 2],
    ]);
    expect(groups[0]?.codes.map(({ code, title }) => [code, title])).toEqual([
      ['AMOUNT_NOT_A_NUMBER', 'Amount not a number'],
      ['TYPE_UNKNOWN', 'Type unknown'],
    ]);
  });

  it('say once what is the same for all of a group, and one alone says its own', () => {
    const [heldBack] = groupProblems(sample.heldProblems);
    expect(heldBack?.codes.map(({ done, fix }) => [done, fix])).toEqual([
      ['the row is left out of every total', 'type the amount as a number'],
      ['', ''],
    ]);
  });

  it('name an ID in capitals', () => {
    const [stopped] = groupProblems(sample.manyProblems);
    expect(stopped?.codes[0]?.title).toBe('ID twice');
  });
});
