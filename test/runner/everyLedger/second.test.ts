/** The second hundred of the random ledgers: two files, so that they run beside each other. */
import { hundredLedgers } from './hundredLedgers';

describe('the second hundred ledgers', () => {
  hundredLedgers(100);
});
