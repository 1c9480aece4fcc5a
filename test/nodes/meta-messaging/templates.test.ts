import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type ILoadOptionsFunctions, type INode, type INodeParameters } from 'n8n-workflow';
import { MetaMessaging } from '../../../nodes/MetaMessaging/MetaMessaging.node.ts';
import { additionalData, sandboxCredentials, withCredentials } from '../../support/engine.ts';
import { nodeTypes, PACKAGE } from '../../support/node-types.ts';
import { send, useFixture, WHATSAPP_ACCOUNT } from './fixture.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

const fixture = useFixture();
const { listSearch, resourceMapping } = new MetaMessaging().methods;
const template = (operation: string, more: object = {}) => ({
	...{ resource: 'template', operation, whatsAppAccount: WHATSAPP_ACCOUNT },
	...more,
});
const byKey = (value: string) => ({ template: { __rl: true, mode: 'id', value } });
const run = async (parameters: INodeParameters) => await send(fixture, parameters, [{ json: {} }]);

const chosenIn = (key: string) => ({ ...template('sendTemplate', byKey(key)), resource: 'message' });

/** What the editor asks the node while a user fills in its fields. */
function editor(parameters: INodeParameters): ILoadOptionsFunctions {
	const credentials = sandboxCredentials(fixture.sandbox.url);
	const plain: INode = {
		...{
			id: 'Send',
			name: 'Send',
			type: `${PACKAGE}.metaMessaging`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
			parameters,
		},
	};
	const node = withCredentials(plain, Object.keys(credentials));
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	const additional = {
		...additionalData({ nodes: [node], connections: {} }, credentials),
		currentNodeParameters: parameters,
	};
	return new LoadOptionsContext(workflow, node, additional, '');
}

beforeEach(async () => {
	await fixture.sandbox.api('POST', '/reset');
});

test('the picker offers what can be sent now, filtered by what is typed; reading and deleting offers all', async () => {
	const fields = editor(template('get'));
	const names = (results: { name: string }[]) => results.map(({ name }) => name).join('\n');
	const { results } = await listSearch.searchTemplates.call(fields, 'cita');
	expect(results).toEqual([{ name: 'recordatorio_cita (es, utility)', value: 'recordatorio_cita:es' }]);
	expect(names((await listSearch.searchTemplates.call(fields)).results)).not.toContain('plantilla_');
	expect(names((await listSearch.searchAllTemplates.call(fields)).results)).toContain(
		'plantilla_pausada (es, paused)',
	);
});

test('a failure shows as one, never as an empty list', async () => {
	await expect(listSearch.searchTemplates.call(editor({ whatsAppAccount: '' }))).rejects.toThrow(
		'Fill in WhatsApp Account ID',
	);
	await expect(listSearch.searchTemplates.call(editor({ whatsAppAccount: '999' }))).rejects.toThrow(
		'code 100',
	);
});

test('fields appear for the variables of the chosen template', async () => {
	const chosen = editor(chosenIn('seguimiento_con_nombre:es'));
	const { fields } = await resourceMapping.templateFields.call(chosen);
	expect(fields).toMatchObject([
		{ id: 'body.nombre', displayName: 'Text: nombre (e.g. Ana)', required: true },
		{ id: 'body.tema', displayName: 'Text: tema (e.g. la cita)', required: true },
	]);
	const none = editor(chosenIn('confirmacion_de_compra:es'));
	expect(await resourceMapping.templateFields.call(none)).toMatchObject({
		fields: [],
		emptyFieldsNotice: expect.any(String),
	});
	expect(await resourceMapping.templateFields.call(editor({ template: '' }))).toEqual({ fields: [] });
});

test('a template is created, found among many, read and deleted', async () => {
	const values = [{ variable: '{{1}}', example: 'Ana' }];
	const created = await run(
		template('create', {
			...{
				name: 'still_open',
				category: 'utility',
				language: 'es',
				body: 'Hola {{1}}, tu cita sigue abierta.',
			},
			...{ examples: { values }, templateButtons: { values: [{ type: 'quick_reply', text: 'Reservar' }] } },
		}),
	);
	expect(created.error('Send')?.message).toBeUndefined();
	expect(created.json('Send')).toMatchObject([
		{ name: 'still_open', status: 'PENDING', category: 'utility' },
	]);

	const pending = await run(template('getMany', { filters: { name: 'still_open' } }));
	expect(pending.json('Send')).toMatchObject([
		{ name: 'still_open', text: 'Hola {{1}}, tu cita sigue abierta.' },
	]);
	const many = await run(template('getMany', { limit: 3 }));
	expect(many.outputs('Send')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 0 },
		{ item: 0 },
	]);
	const all = await run(template('getMany', { returnAll: true, filters: { status: 'REJECTED' } }));
	expect(all.json('Send')).toMatchObject([{ name: 'plantilla_rechazada', sendable: false }]);

	const one = await run(template('get', byKey('still_open:es')));
	expect(one.json('Send')).toMatchObject([{ variables: [{ id: 'body.1', example: 'Ana' }] }]);
	expect((await run(template('delete', byKey('still_open:es')))).json('Send')).toEqual([{ deleted: true }]);
	expect((await run(template('get', byKey('still_open:es')))).error('Send')?.message).toContain(
		'There is no template',
	);
});

test('a template that cannot be handed in says which field is not right', async () => {
	const ran = await run(
		template('create', { name: 'Still Open', category: 'utility', language: 'es', body: 'Hola' }),
	);
	expect(ran.error('Send')?.message).toContain('name must have only lowercase letters');
});
