import base from './jest.config.js';

/** Suites that start servers, browsers or other programs, wait for real time, or try thousands of cases. */
export const SLOW = [
	'\\.property\\.test\\.ts$',
	'/test/ai/proxy\\.test\\.ts$',
	'/test/store/several-connections\\.test\\.ts$',
	'/test/docs/made-from-code\\.test\\.ts$',
	// Waits for real seconds, as the node does.
	'/test/queue/wait-mode\\.test\\.ts$',
	'/test/demo/clock\\.test\\.ts$',
	'/test/harness/child\\.test\\.ts$',
	...[
		'hostile',
		'intake',
		'sandbox',
		'store-postgres',
		'simulation',
		'meta-send',
		'eval',
		'labelled',
		'model-servers',
		'wire',
	].map((folder) => `/test/${folder}/`),
];

export default {
	...base,
	testMatch: undefined,
	testRegex: SLOW.map((pattern) => (pattern.endsWith('/') ? `${pattern}.*\\.test\\.ts$` : pattern)),
};
