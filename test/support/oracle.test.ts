import * as fc from 'fast-check';
import { choicesAndReadings } from '../engine/scenarios/choices';
import { examples } from '../engine/scenarios/examples';
import { rules } from '../engine/scenarios/rules';
import { checkScenario } from './checkScenario';
import { lastName, oracle, standing } from './oracle';
import { runs } from './law';

describe('the oracle reads the rules as the scenarios do', () => {
  it.each([...examples, ...rules, ...choicesAndReadings])('$name', ({ text }) => {
    checkScenario(text, oracle);
  });
});

describe('the oracle', () => {
  it('I-7 gives the same as pouring one cent at a time into the first item that is not full', () => {
    const item = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(item, fc.array(item, { maxLength: 6 }), fc.nat(400), (tax, nets, paid) => {
        const items = [tax, ...nets];
        const filled = items.map(() => 0);
        let unallocated = 0;
        for (let cent = 0; cent < paid; cent += 1) {
          const first = items.findIndex((full, place) => filled[place]! < full);
          if (first < 0) unallocated += 1;
          else filled[first]! += 1;
        }
        const lines = nets.map((net) => ({ net }));
        for (const choice of ['chronological', 'first']) {
          expect(standing({ tax, lines }, paid, choice)).toEqual({
            tax: filled[0],
            lines: filled.slice(1),
            unallocated,
          });
        }
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it('I-9 loses no cent, whatever the signs', () => {
    const item = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(item, fc.array(item, { maxLength: 6 }), item, (tax, nets, paid) => {
        for (const choice of ['chronological', 'first']) {
          const stands = standing({ tax, lines: nets.map((net) => ({ net })) }, paid, choice);
          const onLines = stands.lines.reduce((total, cents) => total + cents, 0);
          expect(stands.tax + onLines + stands.unallocated).toBe(paid);
        }
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it.each([
    ['Dr Jane Adams', 'adams'],
    ['Adams, Jane', 'adams'],
    ['Dr. Adams, Jane DVM', 'adams'],
    ['Jane Adams, DVM', 'adams'],
    ['Jane Adams III', 'adams'],
    ['van Dyke, Dick', 'van dyke'],
    ['Adams', 'adams'],
    ['Dr', 'dr'],
    ['__proto__', '__proto__'],
  ])('I-A16 sorts %s under %s', (provider, expected) => {
    expect(lastName({ Charges: [], Invoices: [], Payments: [] }, provider)).toBe(expected);
  });
});
