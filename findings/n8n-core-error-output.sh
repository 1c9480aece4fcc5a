#!/usr/bin/env bash
# n8n: with On Error = "Continue (using error output)" a node that throws sends its input to the success output.
#
# Expected: what failed leaves by the error output, which the setting adds for it.
# Happens:  only items that the node itself marks as errors go there. When the node throws, the engine lets its input
#           through by the first output, unchanged and without a word of the error; the error branch does not run.
#           The same for "Continue" (regular output). The run ends as "success".
# Bites:    community nodes that open a database or read a credential before their loop over the items: customers who
#           got nothing go on along the branch "sent". n8n's built-in nodes catch item by item and seldom show it.
# Source:   n8n documentation, node settings, On Error: the error output gets the information of the error. Guides for
#           builders (czlonkowski/n8n-skills, read 2026-11-30) call it the output that fires when the node throws.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with n8n-core and n8n-workflow 2.41.x (2.39.8 does the same).
#           No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts n8n-core@2.41.1 n8n-workflow@2.41.0 >/dev/null 2>&1 || { echo 'npm could not install n8n-core 2.41.1' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
process.env.N8N_USER_FOLDER = __dirname;
process.env.N8N_ENCRYPTION_KEY = 'key';
process.env.N8N_LOG_LEVEL = 'silent';
require('reflect-metadata');
const { ExecutionLifecycleHooks, WorkflowExecute } = require('n8n-core');
const { Workflow } = require('n8n-workflow');

const type = (name, execute) => ({
	description: { name, displayName: name, group: [], version: 1, inputs: ['main'], outputs: ['main'], properties: [] },
	execute,
});
const types = {
	pass: type('pass', async function () {
		return [this.getInputData()];
	}),
	sends: type('sends', async function () {
		throw new Error('The database cannot be reached');
	}),
};
const nodeTypes = { getByName: (name) => types[name], getByNameAndVersion: (name) => types[name] };

async function run(onError) {
	const node = (name, of) => ({ id: name, name, type: of, typeVersion: 1, position: [0, 0], parameters: {} });
	const to = (name) => [{ node: name, type: 'main', index: 0 }];
	const workflow = new Workflow({
		...{ id: '1', name: 'Follow-up', active: false, nodeTypes, settings: { executionOrder: 'v1' } },
		nodes: [node('Start', 'pass'), { ...node('Send', 'sends'), onError }, node('Sent', 'pass'), node('Failed', 'pass')],
		connections: { Start: { main: [to('Send')] }, Send: { main: [to('Sent'), to('Failed')] } },
	});
	const hooks = new ExecutionLifecycleHooks('trigger', '1', { id: '1', name: 'Follow-up' });
	const { status, data } = await new WorkflowExecute({ hooks, executionId: '1', variables: {} }, 'trigger').run({
		workflow,
		startNode: workflow.getNode('Start'),
		pinData: { Start: [{ json: { customer: 'Ana' } }] },
	});
	const { runData } = data.resultData;
	const came = (name) => runData[name]?.[0].data.main[0].map(({ json }) => json) ?? 'did not run';
	return { error: runData.Send[0].error.message, run: status, sent: came('Sent'), failed: came('Failed') };
}

(async () => {
	const error = 'The database cannot be reached';
	const seen = {};
	for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']) seen[onError] = await run(onError);
	console.log('n8n-core 2.41.1, a node that throws; what comes to "Sent" and to "Failed":');
	console.log(JSON.stringify(seen, null, 2));
	const through = { error, run: 'success', sent: [{ customer: 'Ana' }], failed: 'did not run' };
	assert.deepEqual(seen, {
		stopWorkflow: { error, run: 'error', sent: 'did not run', failed: 'did not run' },
		continueRegularOutput: through,
		continueErrorOutput: through,
	});
	process.exit(0);
})();
JS
node try.cjs 2>&1 | sed "s#$PWD/##g"
