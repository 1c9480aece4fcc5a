const { asCommonJs } = require('./test/support/global-setup.js');
const { leftOut } = require('./test/support/debian-tools.js');

/** Tests that need a program which npm does not bring, by the Debian package it comes with. */
const NEEDS = {
	postgresql: ['/test/store-postgres/'],
	chromium: ['/test/sandbox/phone\\.test', '/test/sandbox/guide-page\\.test'],
};

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', ...leftOut.flatMap((name) => NEEDS[name] ?? [])],
	setupFiles: ['<rootDir>/test/support/environment.js'],
	transform: {
		'^.+\\.[cm]?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/test/support/global-setup.js',
	globalTeardown: '<rootDir>/test/support/global-teardown.js',
	moduleNameMapper: asCommonJs,
	transformIgnorePatterns: ['/node_modules/', '/dist/'],
	// Istanbul's counters would break the functions that become n8n expressions (dynamic inputs and outputs).
	coverageProvider: 'v8',
	collectCoverageFrom: ['lib/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
};
