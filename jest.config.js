/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
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
	// kysely is published as ES modules only; jest runs CommonJS, so it is transformed like our own code.
	transformIgnorePatterns: ['/node_modules/(?!kysely/)', '/dist/'],
	// Istanbul's counters would break the functions that become n8n expressions (dynamic inputs and outputs).
	coverageProvider: 'v8',
	collectCoverageFrom: ['lib/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
};
