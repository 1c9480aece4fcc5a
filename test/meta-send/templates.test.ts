import {
	createTemplate,
	deleteTemplate,
	fillTemplate,
	findTemplate,
	listTemplates,
	parseTemplateKey,
	sendMessage,
	templateKey,
	templateOptions,
	templateVariables,
	type GraphTransport,
	type NewTemplate,
	type Template,
} from '../../lib/index.ts';
import { templateFrom } from '../../lib/meta/templates/template.ts';
import { graphTo } from '../support/graph.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { START } from '../support/time.ts';

const ACCOUNT = '200000000000001';
const NUMBER = '210000000000001';

let sandbox: SandboxProcess;
let graph: GraphTransport;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
	graph = graphTo(sandbox.url);
	// Reviewed by hand below, so that no test waits for it.
	await sandbox.api('PUT', '/settings', { templateReviewMs: 3_600_000 });
});
afterAll(async () => await sandbox?.close());
beforeEach(async () => await sandbox.api('POST', '/reset'));

const NEW: NewTemplate = {
	...{ name: 'still_interested', category: 'marketing', language: 'es' },
	...{ body: 'Hola {{1}}, ¿seguimos con {{2}}?', examples: { '1': 'Ana', '2': 'la cita' } },
};

/** A template as Meta would answer it. */
const template = (more: object): Template =>
	templateFrom({
		...{ id: '1', name: 'offer', language: 'es', status: 'APPROVED', category: 'UTILITY' },
		...{ components: [{ type: 'BODY', text: 'Hola {{1}}' }] },
		...more,
	}) as Template;

test('lists all templates over several pages, with status, quality and parameter format', async () => {
	const pages: unknown[] = [];
	const small: GraphTransport = async (request) => {
		pages.push(request.query?.after);
		return await graph({ ...request, query: { ...request.query, limit: 2 } });
	};
	const all = await listTemplates(small, ACCOUNT);
	const { templates } = await sandbox.api('GET', '/state');
	const own = templates.filter(({ owner }: { owner: string }) => owner === ACCOUNT);
	expect(all.map(templateKey).sort()).toEqual(own.map(templateKey).sort());
	expect(pages.length).toBe(Math.ceil(own.length / 2));
	expect(all).toContainEqual(
		expect.objectContaining({ name: 'seguimiento_con_nombre', parameterFormat: 'named', quality: 'GREEN' }),
	);
	expect(all).toContainEqual(
		expect.objectContaining({ name: 'plantilla_rechazada', rejectedReason: 'TAG_CONTENT_MISMATCH' }),
	);
	expect(await listTemplates(graph, ACCOUNT, { limit: 3 })).toHaveLength(3);
	const paused = await listTemplates(graph, ACCOUNT, { status: 'PAUSED', quality: 'RED' });
	expect(paused.map(({ name }) => name)).toEqual(['plantilla_pausada']);
});

test('the picker shows only what can be sent now', async () => {
	const before = templateOptions(await listTemplates(graph, ACCOUNT));
	expect(before.map(({ value }) => value)).toContain('recordatorio_cita:es');
	expect(before.map(({ name }) => name).join()).not.toMatch(/plantilla_/);
	await sandbox.api('PATCH', '/templates/recordatorio_cita', { status: 'PAUSED' });
	const after = templateOptions(await listTemplates(graph, ACCOUNT), 'cita');
	expect(after).toEqual([]);
});

test('a template is found by name and language, and one that is missing says where it exists', async () => {
	const key = parseTemplateKey('appointment_reminder:en-US');
	expect(await findTemplate(graph, ACCOUNT, key)).toMatchObject({
		name: 'appointment_reminder',
		language: 'en_US',
	});
	await expect(
		findTemplate(graph, ACCOUNT, { name: 'appointment_reminder', language: 'es' }),
	).rejects.toThrow('There is no template "appointment_reminder" in es; it exists in en_US');
	await expect(listTemplates(graph, '999')).rejects.toMatchObject({ name: 'GraphError', code: 100 });
	for (const bad of ['', 'reminder', 'Reminder:es', 'a b:es'])
		expect(() => parseTemplateKey(bad)).toThrow('names no template');
});

test('every approved template of the account, filled in, is accepted after the window has closed', async () => {
	const person = await sandbox.api('POST', '/customers', { name: 'Ana', phone: '+573001112233' });
	const conversation = { channel: 'whatsapp' as const, account: NUMBER, contact: { id: person.contactId } };
	const sendable = (await listTemplates(graph, ACCOUNT)).filter(({ status }) => status === 'APPROVED');
	expect(sendable.length).toBeGreaterThan(4);
	for (const one of sendable) {
		const values = Object.fromEntries(templateVariables(one).map(({ id, example }) => [id, example ?? 'x']));
		const content = { kind: 'template' as const, template: fillTemplate(one, values) };
		expect(await sendMessage(graph, { conversation, content }, START)).toMatchObject({ outcome: 'accepted' });
	}
});

test('whether variables have names is read from the template and not guessed from its text', () => {
	const numbers = template({ parameter_format: 'NAMED', components: [{ type: 'BODY', text: 'Hola {{1}}' }] });
	expect(fillTemplate(numbers, { 'body.1': 'Ana' }).parameters).toEqual([{ name: '1', text: 'Ana' }]);
	const positional = template({ components: [{ type: 'BODY', text: '{{2}} y {{1}} y {{10}}, {{1}}' }] });
	const values = { 'body.1': 'a', 'body.2': 'b', 'body.10': 'c' };
	expect(fillTemplate(positional, values).parameters).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
});

test('header media, the end of a link and a code to copy are variables too', () => {
	const rich = template({
		components: [
			{ type: 'HEADER', format: 'DOCUMENT' },
			{ type: 'BODY', text: 'Hola' },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Sí' },
					{ type: 'URL', text: 'Ver', url: 'https://a.b/{{1}}', example: ['https://a.b/1'] },
					{ type: 'URL', text: 'Web', url: 'https://a.b' },
					{ type: 'COPY_CODE', example: 'SAVE' },
				],
			},
		],
	});
	expect(templateVariables(rich).map(({ id, kind }) => [id, kind])).toEqual([
		...[
			['header.document', 'document'],
			['button.1', 'url_suffix'],
			['button.3', 'coupon_code'],
		],
	]);
	const values = { 'header.document': 'https://a.b/c.pdf', 'button.1': '77', 'button.3': 'SAVE' };
	expect(fillTemplate(rich, values)).toMatchObject({
		header: { type: 'document', link: 'https://a.b/c.pdf' },
		buttons: [
			{ index: 1, type: 'url', text: '77' },
			{ index: 3, type: 'copy_code', text: 'SAVE' },
		],
	});
	expect(fillTemplate(rich, { ...values, 'header.document': '1234' }).header).toEqual({
		type: 'document',
		id: '1234',
	});
	const place = template({
		components: [
			{ type: 'HEADER', format: 'LOCATION' },
			{ type: 'BODY', text: 'Aquí' },
		],
	});
	expect(fillTemplate(place, { 'header.location': '4.6097, -74.0817' }).header).toEqual({
		...{ type: 'location', latitude: 4.6097, longitude: -74.0817 },
	});
});

test.each([
	['an empty value', {}, { 'body.1': '  ' }, /body\.1\) is empty/],
	['a missing value', {}, {}, /body\.1\) is empty/],
	['a line break', {}, { 'body.1': 'a\nb' }, /line break/],
	['five spaces', {}, { 'body.1': 'a     b' }, /four spaces/],
	['a value nobody asked for', {}, { 'body.1': 'a', 'body.2': 'b' }, /no variable body\.2; it has body\.1/],
	['a paused template', { status: 'PAUSED' }, { 'body.1': 'a' }, /it is paused/],
	[
		'no link for a picture',
		{ components: [{ type: 'HEADER', format: 'IMAGE' }] },
		{ 'header.image': 'a.png' },
		/web address/,
	],
	[
		'a place that is none',
		{ components: [{ type: 'HEADER', format: 'LOCATION' }] },
		{ 'header.location': '91,0' },
		/latitude/,
	],
])('%s is refused before sending', (_what, more, values, complaint) => {
	expect(() => fillTemplate(template(more), values)).toThrow(complaint);
});

test('a template is handed in, listed as pending, approved, and then it can be sent', async () => {
	const body = 'Hola {{nombre}}, ¿seguimos con tu cita?';
	const made = await createTemplate(graph, ACCOUNT, {
		...{ ...NEW, language: 'es-MX', parameterFormat: 'named', body, examples: { nombre: 'Ana' } },
		...{ header: 'Tu cita', footer: 'Responde BAJA para no recibir más' },
		buttons: [
			{ type: 'quick_reply', text: 'Sí' },
			{ type: 'url', text: 'Ver', url: 'https://example.com/{{1}}', example: 'https://example.com/1' },
		],
	});
	expect(made).toMatchObject({
		name: 'still_interested',
		language: 'es_MX',
		status: 'PENDING',
		category: 'marketing',
	});
	const found = await findTemplate(graph, ACCOUNT, { name: 'still_interested', language: 'es_MX' });
	expect(found).toMatchObject({ id: made.id, parameterFormat: 'named', status: 'PENDING' });
	expect(templateVariables(found)).toMatchObject([{ id: 'body.nombre', example: 'Ana' }, { id: 'button.1' }]);
	expect(templateOptions([found])).toEqual([]);
	await sandbox.api('PATCH', '/templates/still_interested', { status: 'APPROVED' });
	const approved = await findTemplate(graph, ACCOUNT, { name: 'still_interested', language: 'es_MX' });
	expect(templateOptions([approved])).toMatchObject([{ value: 'still_interested:es_MX' }]);
});

test('what Meta refuses of a new template comes with what to do', async () => {
	await createTemplate(graph, ACCOUNT, NEW);
	await expect(createTemplate(graph, ACCOUNT, NEW)).rejects.toMatchObject({
		...{ name: 'GraphError', subcode: 2388024, advice: expect.stringContaining('Choose another name') },
	});
});

test.each<[string, Partial<NewTemplate>, RegExp]>([
	['name with capitals', { name: 'Reminder' }, /name must have only lowercase/],
	['language', { language: 'spanish' }, /language must be a code/],
	['body too long', { body: 'x'.repeat(1025) }, /body must have at most 1024/],
	['variable without example', { examples: { '1': 'Ana' } }, /variable 2 has no example/],
	['variable at the end', { body: 'Hola {{1}}', examples: { '1': 'Ana' } }, /begins or ends with a variable/],
	[
		'gap in the numbers',
		{ body: 'Hola {{1}} y {{3}}.', examples: { '1': 'a', '3': 'b' } },
		/\{\{1\}\}, \{\{2\}\}/,
	],
	['names as numbers', { body: 'Hola {{name}}.', examples: { name: 'a' } }, /or choose named ones/],
	['variable in the footer', { footer: 'Bye {{1}}' }, /footer has a variable/],
	[
		'long button',
		{ buttons: [{ type: 'quick_reply', text: 'x'.repeat(26) }] },
		/button 1 must have at most 25/,
	],
	[
		'variable inside a link',
		{ buttons: [{ type: 'url', text: 'a', url: 'https://a.b/{{1}}/c' }] },
		/at the end/,
	],
])('%s is refused before it is handed in', async (_what, more, complaint) => {
	const never: GraphTransport = async () => {
		throw new Error('Meta was asked');
	};
	await expect(createTemplate(never, ACCOUNT, { ...NEW, ...more })).rejects.toThrow(complaint);
});

test('deletes one language, or all', async () => {
	const languages = async () =>
		(await listTemplates(graph, ACCOUNT, { name: NEW.name })).map(({ language }) => language);
	const made = await createTemplate(graph, ACCOUNT, NEW);
	await createTemplate(graph, ACCOUNT, { ...NEW, language: 'pt_BR' });
	await deleteTemplate(graph, ACCOUNT, made);
	expect(await languages()).toEqual(['pt_BR']);
	await createTemplate(graph, ACCOUNT, NEW);
	await deleteTemplate(graph, ACCOUNT, made, { allLanguages: true });
	expect(await languages()).toEqual([]);
	await expect(deleteTemplate(graph, ACCOUNT, made)).rejects.toMatchObject({ name: 'GraphError', code: 100 });
});
