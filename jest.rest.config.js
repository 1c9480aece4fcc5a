import base from '/work/wt/intake/jest.config.js';
import { SLOW } from '/work/wt/intake/jest.slow.config.js';
export default { ...base, rootDir: '/work/wt/intake', testPathIgnorePatterns: [...base.testPathIgnorePatterns, ...SLOW] };
