/** Allocation: splits for what names nothing, transfers for what stands in the wrong place, unearned money. */
import { dayOfMoment, dayText } from '../../core/day';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { type Allocated, allocateAccounts } from '../../engine/allocation/allocateAccounts';
import { allocationChoices } from '../../engine/allocation/choices';
import { type ProposedPair, proposedPairs } from '../../engine/allocation/transferRows';
import { infoBlock } from '../infoBlock';
import type { ReportRequest } from '../request';
import type { Report, Sheet, SheetTable } from '../sheet';
import { allocationProblems } from './problems';
import { leftTable, splitsCheck, splitsTable } from './splits';
import { transfersCheck, transfersTable } from './transfers';
import { unearnedTables } from './unearned';
import { allocationWords } from './words';

const basis =
  'Proposals as of the end of the period: a family at a time, oldest money and oldest charge first. Nothing in the ledger is changed';

export function* allocationReport(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<Report> {
  const { period, options } = request;
  const choices = allocationChoices(options);
  const made = yield* allocateAccounts(allocated, period.to, choices);
  yield;
  const pairs = proposedPairs(made);
  const words = allocationWords(made, choices.isFifo);
  yield;
  const splits = splitsTable(made, request, words);
  yield;
  const transfers = yield* transfersTable(made, { request, words, pairs });
  const unearned = yield* unearnedTables(allocated, request);
  const sheet = (name: string, of: SheetOf): Sheet => ({
    name,
    report: 'allocation',
    info: [
      ...infoBlock('allocation', request, { question: of.question, basis }),
      ...[['As of', dayText(dayOfMoment(period.to))] as const, ...familiesLine(made)],
      ['Result', of.result],
    ],
    tables: of.tables,
  });
  return {
    sheets: [
      sheet('Suggested Splits', {
        question: 'What should money be for that names nothing it is for?',
        result: splitsResult(made),
        tables: [splits, ...leftTable(made)],
      }),
      sheet('Income Transfers', {
        question:
          'Which money stands on the wrong charge, provider or patient, and where should it go?',
        result: transfersResult(pairs, made),
        tables: [transfers],
      }),
      sheet('Unearned', {
        question: 'How much money is not earned yet, and what became of it in the period?',
        result:
          'Opening + receipts − transfers out − refunds = closing, for each type and provider.',
        tables: unearned.tables,
      }),
    ],
    checks: [splitsCheck(made), ...transfersCheck(pairs), ...unearned.checks],
    problems: allocationProblems(made),
  };
}

interface SheetOf {
  readonly question: string;
  readonly result: string;
  readonly tables: readonly SheetTable[];
}

function familiesLine({ accounts }: Allocated): (readonly [string, string])[] {
  if (!accounts.families.isWhole) return [];
  const words =
    'no row names a patient, guarantor or account: the whole ledger is read as one family';
  return [['Families', words]];
}

function splitsResult({ splits }: Allocated): string {
  if (splits.length === 0) return 'Nothing to suggest: every payment says what it is for.';
  const paid = new Set(splits.map(({ kind, row }) => `${kind} ${row}`)).size;
  return `${splits.length} split(s) for ${paid} payment(s).`;
}

function transfersResult(pairs: readonly ProposedPair[], { refused }: Allocated): string {
  const families = new Set(refused.map(({ family }) => family)).size;
  const kept =
    families === 0 ? '' : ` For ${families} family(ies) nothing is proposed: see the problems.`;
  if (pairs.length === 0) {
    return `Nothing to transfer: no money stands where it does not belong, and no unearned money could pay what is owed.${kept}`;
  }
  const transfers = new Set(pairs.map(({ transfer }) => transfer)).size;
  return `${pairs.length} pair(s) in ${transfers} transfer(s), one for each family; each adds up to 0.00.${kept}`;
}
