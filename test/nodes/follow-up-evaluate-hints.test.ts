import { Workflow, type INodeParameters, type INodeTypes } from 'n8n-workflow';
import { hints } from '../../nodes/FollowUpEvaluate/hints.ts';
import { FollowUpEvaluate } from '../../nodes/FollowUpEvaluate/FollowUpEvaluate.node.ts';
import { ACTIVE_LIMIT, SAFETY_MARGIN_MINUTES } from '../../lib/follow-up/catalogue/limits.ts';
import { onForm } from '../support/on-form.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

const type = new FollowUpEvaluate();
const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };

/** The first words of the warnings that n8n's own expression engine shows for these parameters. */
function warnings(parameters: INodeParameters): string[] {
	const node = {
		...{
			id: '1',
			name: 'Evaluate',
			type: 'followUpEvaluate',
			typeVersion: NODE_VERSION,
			position: [0, 0] as [number, number],
		},
		parameters,
	};
	const workflow = new Workflow({
		...{ id: 'w', nodes: [node], connections: {}, active: false },
		nodeTypes: nodeTypes as unknown as INodeTypes,
	});
	return hints
		.filter(({ displayCondition }) =>
			workflow.expression.getSimpleParameterValue(
				node,
				displayCondition as string,
				'internal',
				{},
				undefined,
				false,
			),
		)
		.map(({ message }) => message.split(' ').slice(0, 4).join(' '));
}

const followUps = (...values: INodeParameters[]): INodeParameters => ({
	followUps: { values: values.map(onForm) },
});
const whatsApp = { platforms: ['whatsapp'] };
const template = { template: { __rl: true, mode: 'id', value: 'reminder:en_US' } };

test('nothing to warn of: the node as it is dropped, and a follow-up after four hours', () => {
	expect(warnings({})).toEqual([]);
	expect(warnings(followUps({ name: 'A', delay: 4, delayUnit: 'hours' }))).toEqual([]);
});

test('a delay that will be clamped', () => {
	const clamped = ['A delay reaches past', 'A delay reaches past'];
	expect(warnings(followUps({ delay: 2, delayUnit: 'days' }))).toEqual(clamped);
	expect(warnings(followUps({ delay: 24 }))).toEqual(clamped);
	const atTheMargin = 24 * 60 - SAFETY_MARGIN_MINUTES;
	expect(warnings(followUps({ delay: atTheMargin, delayUnit: 'minutes' }))).toEqual([]);
	expect(warnings(followUps({ delay: atTheMargin + 1, delayUnit: 'minutes' }))).toEqual(clamped);
});

test('on WhatsApp a template takes the warning away', () => {
	const late = { ...whatsApp, delay: 2, delayUnit: 'days' };
	expect(warnings(followUps(late))).toHaveLength(1);
	expect(warnings(followUps({ ...late, ...template }))).toEqual([]);
	expect(warnings(followUps({ ...late, platforms: ['whatsapp', 'instagram'], ...template }))).toHaveLength(1);
});

test('AI timing on platforms that have none', () => {
	expect(warnings(followUps({ timing: 'ai' }))).toEqual(['AI timing works on']);
	expect(warnings(followUps({ timing: 'ai', ...whatsApp }))).toEqual([]);
});

test('quiet hours that can last until after the window', () => {
	const settings = { quietHours: { values: [{ from: '21:00', to: '08:00' }] } };
	expect(warnings({ ...followUps({ delay: 20 }), settings })).toEqual(['The quiet hours can']);
	expect(warnings({ ...followUps({ delay: 4 }), settings })).toEqual([]);
	expect(warnings({ ...followUps({ delay: 20, ...whatsApp, ...template }), settings })).toEqual([]);
});

test('more active follow-ups than the limit', () => {
	const many = Array.from({ length: ACTIVE_LIMIT + 1 }, () => ({ delay: 4 }));
	expect(warnings(followUps(...many))).toEqual(['More follow-ups are active']);
	expect(warnings({ ...followUps(...many), settings: { activeLimit: 6 } })).toEqual([]);
	expect(warnings(followUps(...many.slice(1), { delay: 4, active: false }))).toEqual([]);
});

test('follow-ups that are switched off or defined as JSON are not warned of', () => {
	expect(
		warnings(followUps({ name: 'A' }, { name: 'B', delay: 9, delayUnit: 'days', active: false })),
	).toEqual([]);
	expect(warnings({ ...followUps({ delay: 9, delayUnit: 'days' }), defineFollowUps: 'json' })).toEqual([]);
});

test.each<[string, INodeParameters, string]>([
	['a delay of 0', { name: 'A', delay: 0 }, 'A delay is not'],
	[
		'a delay of two years',
		{ ...whatsApp, ...template, name: 'A', delay: 730, delayUnit: 'days' },
		'A delay is not',
	],
	['a name of 101 characters', { name: 'x'.repeat(101) }, 'A name is longer'],
	['a fixed text that is empty', { name: 'A', messageSource: 'fixed', message: ' ' }, 'A fixed text is'],
	[
		'501 accented letters on Instagram',
		{ name: 'A', platforms: ['instagram'], messageSource: 'fixed', message: 'á'.repeat(501) },
		'A text is longer',
	],
	['none active', { name: 'A', active: false }, 'No follow-up is active,'],
])('%s is seen while the node is edited', (_what, followUp, said) => {
	expect(warnings(followUps(followUp))).toEqual([said]);
});

test('equal names are seen whatever their capitals; texts by expression are not judged', () => {
	expect(warnings(followUps({ name: 'Cita' }, { name: 'cita ' }))).toEqual(['Two follow-ups have the']);
	const text = { messageSource: 'fixed', message: `={{ '${'x'.repeat(5_000)}' }}` };
	expect(warnings(followUps({ name: 'A', ...text }))).toEqual([]);
});

test('a time zone and quiet hours that are none', () => {
	const node = followUps({ name: 'A' });
	expect(warnings({ ...node, settings: { timeZone: 'Bogota' } })).toEqual(['The time zone is']);
	expect(warnings({ ...node, settings: { timeZone: 'America/Bogota' } })).toEqual([]);
	const at = (from: string) => ({ ...node, settings: { quietHours: { values: [{ from, to: '08:00' }] } } });
	expect(warnings(at('9pm'))).toEqual(['A time of the']);
	expect(warnings(at('21:00'))).toEqual([]);
});

test('voice notes that nobody could be asked about', () => {
	const settings = { understandMedia: true };
	expect(warnings({ settings, decideBy: 'connectedModel' })).toEqual(['Understand Voice and Pictures']);
	expect(warnings({ settings })).toEqual([]);
	expect(warnings({ decideBy: 'rulesOnly' })).toEqual([]);
});
