/** What a run says about its options, in the labels of the pane. */
import { effectWords } from '../reports/effectWords';
import type { OptionEffect } from '../reports/optionEffects';
import { valueLabel } from '../reports/optionWords';
import type { OptionEffects } from './pane';
import { sentence } from './sentence';

/** One entry an option: a sentence for each other value, or one for all where none moves money. */
export function optionEffectTexts(effects: readonly OptionEffect[]): OptionEffects[] {
  const options = [...new Set(effects.map(({ option }) => option))];
  return options.map((option) => {
    const others = effects.filter((effect) => effect.option === option);
    const isIdle = others.every(({ lack, changes }) => lack === '' && changes.length === 0);
    const now = valueLabel(option, others[0]?.now ?? '');
    if (isIdle) return { option, now, sentences: ['No other choice moves money.'] };
    const lacks = new Set(others.map(({ lack }) => lack));
    const [lack = ''] = lacks;
    // A ledger too large to be compared has one reason for all.
    const isOne = lack !== '' && lacks.size === 1 && others.length > 1;
    const sentences = isOne ? [sentence(lack)] : others.map(sentenceOf);
    return { option, now, sentences };
  });
}

function sentenceOf(effect: OptionEffect): string {
  const { option, instead, lack } = effect;
  const label = valueLabel(option, instead);
  return lack === '' ? `‘${label}’ ${effectWords(effect)}.` : `‘${label}’: ${lack}.`;
}
