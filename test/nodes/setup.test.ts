import { TriggerContext } from 'n8n-core';
import { Workflow, type INode, type INodeParameters, type WorkflowActivateMode } from 'n8n-workflow';
import { requireSetup } from '../../nodes/shared/setup/require-setup.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';
import { additionalData } from '../support/engine.ts';
import { reminder } from '../support/flow.ts';
import { PACKAGE, nodeTypes } from '../support/node-types.ts';
import { readTemplate, templateFiles } from '../support/templates.ts';

const GOOD = { followUps: { values: [reminder()] }, stopCondition: 'Sold', decideBy: 'rulesOnly' };

interface Wired {
	/** Parameters by node. */
	due?: INodeParameters;
	evaluate?: INodeParameters;
	other?: INodeParameters;
	send?: INodeParameters;
	arrows?: Record<string, (string | undefined)[]>;
}

const ARROWS = { Due: ['Evaluate'], Evaluate: ['Keep', 'Send'] };

/** What publishing such a workflow says; undefined when it is published. */
function published(
	{ due = {}, evaluate = {}, other = {}, send = {}, arrows = ARROWS }: Wired,
	activation: WorkflowActivateMode = 'activate',
): string | undefined {
	const node = (name: string, type: string, parameters: INodeParameters): INode => ({
		...{ id: name, name, type: `${PACKAGE}.${type}`, typeVersion: NODE_VERSION },
		...{ position: [0, 0] as [number, number], parameters },
	});
	const to = (target: string) => [{ node: target, type: 'main' as const, index: 0 }];
	const connections = Object.entries(arrows).map(([from, targets]) => [
		from,
		{ main: targets.map((target) => (target === undefined ? [] : to(target))) },
	]);
	const json = {
		nodes: [
			node('Due', 'followUpDueTrigger', due),
			node('Evaluate', 'followUpEvaluate', { ...GOOD, ...evaluate }),
			node('Other', 'followUpEvaluate', { ...GOOD, ...other }),
			node('Keep', 'followUpSchedule', {}),
			node('Send', 'metaMessaging', send),
		],
		connections: Object.fromEntries(connections) as Workflow['connectionsBySourceNode'],
	};
	return told(json, 'Due', activation);
}

type Json = Pick<ConstructorParameters<typeof Workflow>[0], 'nodes' | 'connections'>;

function told(json: Json, trigger: string, activation: WorkflowActivateMode): string | undefined {
	const workflow = new Workflow({ id: 'shop', ...json, active: true, nodeTypes });
	const found = workflow.getNode(trigger) as INode;
	const data = additionalData(json as never, {});
	const context = new TriggerContext(workflow, found, data, 'trigger', activation, () => {});
	Object.defineProperty(context, 'logger', { value: { error() {} } });
	try {
		requireSetup(context);
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

test('a workflow in which all is connected is published', () => expect(published({})).toBeUndefined());

test.each(templateFiles)('the template %s is published as it is', (file) => {
	const json = readTemplate(file);
	const triggers = json.nodes.filter(({ type }) => /\.(followUpDueTrigger|metaMessagingTrigger)$/.test(type));
	for (const { name } of triggers) expect(told(json, name, 'activate')).toBeUndefined();
});

test.each<[string, Wired, RegExp]>([
	['a Due Trigger that leads nowhere', { arrows: {} }, /^"Due" leads to no Follow-Up Evaluate/],
	[
		'a Due Trigger with another Chatbot ID',
		{ due: { chatbotId: 'shop-2' } },
		/^"Due" collects what is due for the Chatbot ID "shop-2", and "Evaluate" has the Chatbot ID "shop"/,
	],
	[
		'nothing behind Send',
		{ arrows: { Due: ['Evaluate'], Evaluate: ['Keep'] } },
		/^Nothing is connected to the output Send of "Evaluate"/,
	],
	[
		'another store',
		{ evaluate: { store: 'postgres' }, send: { store: 'postgres' } },
		/^"Due" has the Store Embedded SQLite, and "Evaluate" and "Send" have Postgres/,
	],
	[
		'two nodes with one Chatbot ID and other follow-ups',
		{
			other: { stopCondition: 'Another' },
			arrows: { ...ARROWS, Due: ['Evaluate'], Keep: ['Other'], Other: [undefined, 'Send'] },
		},
		/"Evaluate" and "Other" have the same Chatbot ID "shop" and different follow-ups/,
	],
	[
		'a delay of 0',
		{ evaluate: { followUps: { values: [reminder({ delay: 0 })] } } },
		/^"Evaluate": Follow-up "Reminder": Delay must be greater than 0/,
	],
	[
		'a text too long for Instagram',
		{ evaluate: { followUps: { values: [reminder({ message: 'á'.repeat(501) })] } } },
		/Message Text has 1,002 bytes, and Instagram allows 1,000/,
	],
	['no follow-up', { evaluate: { followUps: {} } }, /Follow-Ups is empty/],
	[
		'an unknown time zone',
		{ evaluate: { settings: { timeZone: 'Bogota' } } },
		/Time Zone is not a known time zone/,
	],
	[
		'text by AI and rules only',
		{ evaluate: { followUps: { values: [reminder({ messageSource: 'ai' })] } } },
		/Message is "Written by AI", and Decide By is Rules Only/,
	],
])('%s is found when the workflow is published, with the names of the nodes', (_what, wired, said) => {
	expect(published(wired)).toMatch(said);
	expect(published(wired, 'init')).toBeUndefined();
});

test('what an expression gives is known only when it runs', () => {
	const values = [reminder({ message: '={{ $json.text }}', delay: '={{ 0 }}', name: '={{ $json.a }}' })];
	expect(
		published({ evaluate: { followUps: { values }, stopCondition: '={{ $json.stop }}' } }),
	).toBeUndefined();
	expect(
		published({ evaluate: { defineFollowUps: 'json', followUpsJson: '={{ $json.rows }}' } }),
	).toBeUndefined();
	expect(published({ due: { chatbotId: '={{ $vars.shop }}' } })).toBeUndefined();
});
