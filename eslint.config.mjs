import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

export default [
	...configWithoutCloudSupport,
	{
		files: ['**/*.ts'],
		rules: {
			// `const { raw: _raw, ...rest } = event` is how a field is left out.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
		},
	},
	{
		// The engine knows nothing of n8n; the nodes turn its errors into n8n's.
		files: ['lib/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Only one clock decides. Whatever depends on the present takes it as an argument; nodes take it from the store.
		files: ['lib/**/*.ts', 'nodes/**/*.ts'],
		ignores: [
			'lib/store/database/clock.ts',
			// What is kept in memory for a few minutes, and n8n's own alarm clock: they live by the clock of this machine.
			...['nodes/FollowUpEvaluate/known-templates.ts', 'nodes/MetaMessagingTrigger/kept-credential.ts'],
			'nodes/FollowUpSchedule/wait.ts',
			// A credential is tested before there is a store.
			'nodes/shared/test-meta.ts',
		],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						"NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
					message: 'Take the present as an argument; in a node it comes from `await store.now()`.',
				},
			],
		},
	},
	{
		// A program of its own, without n8n: it prints, and its errors are read in a terminal.
		files: ['bin/**/*.ts'],
		rules: { 'no-console': 'off', '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Programs of the developer's machine, never published: they print, start processes and throw ordinary errors.
		files: ['scripts/**/*.ts', 'harness/**/*.ts', 'templates/**/*.ts', 'sandbox/**/*.ts', 'test/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},
];
