import base from './jest.config.js';
import { SLOW } from './jest.slow.config.js';

// The fast loop: everything but the slow suites, and the store on SQLite only.
process.env.TEST_FAST = '1';

export default {
	...base,
	testPathIgnorePatterns: [...base.testPathIgnorePatterns, ...SLOW],
	// What takes longer hangs: with thirty programs on two cores the longest test took 29 s. The slow suites have more time.
	testTimeout: 60_000,
};
