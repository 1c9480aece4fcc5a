// The fast loop: everything but what starts servers, browsers or ten thousand cases.
process.env.TEST_FAST = '1';
const base = require('./jest.config.js');

const SLOW = ['\\.property\\.test', '/test/sandbox/', '/test/store-postgres/', '/test/simulation/', '/test/meta-send/', '/test/eval/'];

module.exports = { ...base, testPathIgnorePatterns: [...base.testPathIgnorePatterns, ...SLOW] };
