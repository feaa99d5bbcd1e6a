/** What each other value of each option would change, for machines. */
import { centsText } from '../core/cents';
import { optionSpecs } from '../engine/options';
import type { Change } from './compared';
import { changeCents, effectSentence } from './effectWords';
import type { OptionEffect } from './optionEffects';

/** One entry for each other value; `isComputed` is false where the reports cannot be made with it. */
export function effectJson(effect: OptionEffect): object {
  const { option, now, instead, lack, changes } = effect;
  return {
    option,
    rule: optionSpecs[option].rule,
    now,
    instead,
    isComputed: lack === '',
    sentence: effectSentence(effect),
    changes: changes.map(changeJson),
  };
}

/** `row` is a provider where `by` is Provider; null is all of them, or a figure that has no rows. */
function changeJson(change: Change): object {
  const { report, sheet, table, figure, by, row, nowCents, insteadCents } = change;
  return {
    report,
    sheet,
    table,
    figure,
    by,
    row: row ?? null,
    now: centsText(nowCents),
    instead: centsText(insteadCents),
    change: centsText(changeCents(change)),
  };
}
