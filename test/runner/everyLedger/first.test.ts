/** The first hundred of the random ledgers: two files, so that they run beside each other. */
import { hundredLedgers } from './hundredLedgers';

describe('the first hundred ledgers', () => {
  hundredLedgers(0);
});
