/** Rows of a Transfer that are alike: equal splits of it, or rows that were pasted twice. */
import { type Book, paid, proc, propose } from '../support/transferBook';

const move = (amount: number, charge: string): ReturnType<typeof paid> =>
  paid('T1', 20, amount, { Type: 'Transfer', 'Charge ID': charge, Provider: 'A' });

function twice(moves: readonly ReturnType<typeof paid>[]): string[] {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 50), proc('c2', 10, 'A', 90)],
    Payments: [paid('p1', 11, 90, { 'Charge ID': 'c2', Provider: 'A' }), ...moves],
  };
  const { problems } = propose(book).shown;
  return problems.filter(({ code }) => code === 'PAYMENT_TWICE').map(({ found }) => found);
}

it('equal splits of a Transfer that adds up to 0 are no row too many', () => {
  expect(twice([move(-50, 'c2'), move(25, 'c1'), move(25, 'c1')])).toEqual([]);
});

it('without one of them it does not add up: told', () => {
  expect(twice([move(-50, 'c2'), move(50, 'c1'), move(50, 'c1')])).toHaveLength(1);
});

it('a whole Transfer that was pasted twice is told row by row', () => {
  const whole = [move(-50, 'c2'), move(50, 'c1')];
  expect(twice([...whole, ...whole])).toHaveLength(2);
});
