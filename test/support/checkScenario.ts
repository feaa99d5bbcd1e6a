/** Runs a scenario through any implementation and compares its reports as text. */
import { type Block, parseScenario } from './ledgerText';
import type { PlainLedger } from './plainLedger';
import { type Figures, actualText, expectedText } from './reportText';

export interface ScenarioRun {
  from: string;
  to: string;
  options?: Record<string, string>;
  providers?: string[];
  locations?: string[];
}

export type Implementation = (ledger: PlainLedger, run: ScenarioRun) => Figures;

/** Fails on the first block of the scenario whose report differs. */
export function checkScenario(text: string, implementation: Implementation): void {
  const { ledger, blocks } = parseScenario(text);
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of blocks) {
    const figures = implementation(ledger, runOf(block));
    const actual = [block.title, ...actualText(block, ledger, figures)];
    expect(actual.join('\n')).toBe(
      [block.title, ...expectedText(block, ledger, figures)].join('\n'),
    );
  }
}

function runOf(block: Block): ScenarioRun {
  const { from, to, options, providers, locations } = block;
  return {
    from,
    to,
    options,
    ...(providers.length > 0 ? { providers } : {}),
    ...(locations.length > 0 ? { locations } : {}),
  };
}
