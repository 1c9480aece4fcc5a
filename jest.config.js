import { asCommonJs } from './test/support/as-common-js.ts';
import { leftOut } from './test/support/debian-tools.ts';

/** Tests that need a program which npm does not bring, by the Debian package it comes with. */
const NEEDS = {
	postgresql: ['/test/store-postgres/'],
	pgbouncer: ['/test/store-postgres/pooler\\.test'],
	openssl: ['/test/ai/proxy\\.test'],
	chromium: ['/test/sandbox/phone\\.test', '/test/sandbox/guide-page\\.test'],
};

/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', ...leftOut.flatMap((name) => NEEDS[name] ?? [])],
	// A bound against hanging, not a measure: on a machine with much else to do, starting a process takes seconds.
	testTimeout: 120_000,
	// jest would leave one core unused, which is half of a small machine.
	maxWorkers: '100%',
	setupFiles: ['<rootDir>/test/support/environment.ts'],
	transform: {
		'^.+\\.[cm]?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/test/support/global-setup.ts',
	globalTeardown: '<rootDir>/test/support/global-teardown.ts',
	moduleNameMapper: asCommonJs,
	transformIgnorePatterns: ['/node_modules/', '/dist/'],
	// Istanbul's counters would break the functions that become n8n expressions (dynamic inputs and outputs).
	coverageProvider: 'v8',
	collectCoverageFrom: ['lib/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
};
