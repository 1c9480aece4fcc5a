import {
	applyDashboardAction,
	parseChatbot,
	parseSettings,
	renderDashboard,
	type OfferedTemplate,
} from '../../lib/index.ts';
import { signAction } from '../../lib/dashboard/token.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { planFor, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';

const NOW = after(MINUTE);
const LATER = after(2 * MINUTE);

const OFFERED: OfferedTemplate = {
	...{ name: 'compra', language: 'es', category: 'utility', text: 'Hola {{1}}, gracias por tu compra' },
	...{ buttons: [], variables: [{ id: 'body.1', kind: 'text', example: 'Ana' }] },
};

const FILLED = {
	...{ name: 'Cita pendiente', colour: 'blue', timing: 'manual', delay: '4', delayUnit: 'hours' },
	...{ platforms: ['whatsapp', 'instagram'], description: 'Cuando pregunta por una cita y no confirma' },
	...{ messageSource: 'fixed', message: '¿Seguimos con tu cita?', messageInstructions: '', template: '' },
	stopCondition: 'Detener cuando confirma',
};

describe.each(databases)('follow-ups written on the dashboard, on $name', (kind) => {
	const shared = useStore(kind);

	const published = async (more: object = {}) => {
		const id = newId('chatbot');
		const settings = parseSettings({});
		const source = { id: `${id}:Evaluate`, version: '1' };
		const register = async (now = NOW) =>
			(await shared.store.registerKept({ id, settings, name: 'Tienda', ...more }, now, source)).chatbot;
		await register();
		return { id, register, source };
	};
	const send = async (chatbot: string, values: object = {}, id = '', lang = 'es') => {
		const target = [chatbot, id];
		const token = signAction(await shared.store.pageSecret(), 'save', target, NOW);
		const form = { ...FILLED, ...values, action: 'save', target: JSON.stringify(target), token };
		const back = `?lang=${lang}&view=edit&chatbot=${chatbot}`;
		return await applyDashboardAction(shared.store, { ...form, back }, { lang: 'es', now: LATER });
	};
	const press = async (action: string, target: string[]) => {
		const token = signAction(await shared.store.pageSecret(), action, target, NOW);
		const form = { action, target: JSON.stringify(target), token, back: '?lang=es' };
		return await applyDashboardAction(shared.store, form, { lang: 'es', now: LATER });
	};
	const show = async (query: object) =>
		await renderDashboard(shared.store, { query, lang: 'es', timeZone: 'America/Bogota', now: LATER });

	test('a chatbot is there under the name of its workflow before anybody has written', async () => {
		const { id } = await published();
		const page = await show({ chatbot: id });
		expect(page).toMatch(/Tienda[^]*Todavía no hay seguimientos/);
		expect(page).toContain('Crear seguimiento');
		expect(await show({ view: 'edit', chatbot: id })).toMatch(/Para Tienda[^]*Disparador de detención/);
	});

	test('one whose follow-ups stand in its node is called by its workflow too', async () => {
		const id = newId('chatbot');
		const followUps = [{ name: 'Cita', description: 'Cuando no confirma' }];
		const chatbot = parseChatbot({ id, stopCondition: 'Cuando confirma', followUps });
		await shared.store.registerChatbot(chatbot, NOW, { id: `${id}:E`, version: '1', name: 'Otra tienda' });
		const page = await show({ chatbot: id });
		expect(page).toContain('<h2>Otra tienda</h2>');
		expect(page).not.toContain(`>${id}<`);
	});

	test('a new one is active at once and planned for the next customer who writes', async () => {
		const { id, register, source } = await published();
		expect(await send(id)).toMatchObject({ statusCode: 303, notice: { kind: 'created', name: FILLED.name } });
		expect(await register(LATER)).toMatchObject({
			stopCondition: FILLED.stopCondition,
			followUps: [
				{
					...{
						name: FILLED.name,
						colour: 'blue',
						active: true,
						delayMs: 4 * 60 * MINUTE,
						message: FILLED.message,
					},
					platforms: ['whatsapp', 'instagram'],
				},
			],
		});
		const { planned } = await shared.store.ingest(
			[newCustomer().writes('Hola', after(3 * MINUTE))],
			after(3 * MINUTE),
			{
				planBy: [source],
			},
		);
		expect(planned).toBe(1);
	});

	test('what is wrong is said at its field, in the language of the page, and what was typed stays', async () => {
		const { id, register } = await published();
		const wrong = { name: '', delay: '0', platforms: [], description: ' ', message: '', stopCondition: '' };
		const answer = await send(id, { ...wrong, messageInstructions: 'Amable' });
		expect(answer).toMatchObject({ statusCode: 422, accepted: true });
		for (const said of [
			...['Ponle un nombre.', 'Escribe un tiempo mayor que 0.', 'Elige al menos una plataforma.'],
			...['Di cuándo se debe enviar y para qué.', 'Escribe el mensaje', 'Di cuándo se deben detener'],
		])
			expect(answer.html).toContain(said);
		expect(answer.html).toContain('Amable');
		expect((await send(id, wrong, '', 'en')).html).toContain('Give it a name.');
		expect((await register(LATER)).followUps).toEqual([]);
	});

	test.each([
		[{ name: 'x'.repeat(101) }, 'máximo 100 caracteres'],
		[{ delay: '366', delayUnit: 'days' }, 'Máximo 365 días'],
		[{ message: 'ñ'.repeat(501) }, 'Muy largo para Instagram: máximo 1000 bytes'],
		[{ template: 'no existe' }, 'Escribe nombre:idioma'],
		[{ template: 'compra:es:utility' }, 'Completa todos los valores'],
		[{ template: 'compra:es:utility', 'var.body.1': 'Ana\nRíos' }, 'en una sola línea'],
	])('%j is refused', async (values, said) => {
		const { id } = await published({ templates: { facts: [], offered: [OFFERED] } });
		const answer = await send(id, values);
		expect(answer.statusCode).toBe(422);
		expect(answer.html).toContain(said);
	});

	test('a template of the account is chosen with its values', async () => {
		const { id, register } = await published({ templates: { facts: [], offered: [OFFERED] } });
		expect(await show({ view: 'edit', chatbot: id })).toContain('compra (es)');
		expect(await send(id, { template: 'compra:es:utility', 'var.body.1': 'Ana' })).toMatchObject({
			statusCode: 303,
		});
		const [followUp] = (await register(LATER)).followUps;
		expect(followUp?.template).toEqual({
			...{ name: 'compra', language: 'es', category: 'utility', parameters: [{ text: 'Ana' }] },
		});
		const form = await show({ view: 'edit', chatbot: id, followUp: followUp?.id });
		expect(form).toMatch(/name="var\.body\.1"[^>]*value="Ana"/);
	});

	test('where rules decide alone, nothing is left to an AI', async () => {
		const { id } = await published({ withoutModel: true });
		const answer = await send(id, { messageSource: 'ai', timing: 'ai' });
		expect(answer.statusCode).toBe(422);
		expect(answer.html).toContain('decide solo con reglas, sin IA');
	});

	test('a renamed one keeps what is scheduled; a name is there once; the sixth active one is refused', async () => {
		const { id, register } = await published();
		await send(id);
		const [first] = (await register(LATER)).followUps;
		const plan = planFor({ ...(await silence(shared.store)), chatbot: id }, { followUpId: first?.id });
		const { scheduled } = await shared.store.schedule([plan], START);
		expect(await send(id, { name: 'Otro nombre' }, first?.id)).toMatchObject({ notice: { kind: 'saved' } });
		expect((await shared.store.get(scheduled[0]?.id as string))?.state).toBe('scheduled');
		expect((await send(id, { name: 'OTRO nombre' })).html).toContain('ya tiene ese nombre');
		for (const name of ['2', '3', '4', '5']) expect((await send(id, { name })).statusCode).toBe(303);
		expect((await send(id, { name: '6' })).html).toContain('Ya hay 5 seguimientos activos');
	});

	test('a copy begins with what the other is, under a name of its own', async () => {
		const { id, register } = await published();
		await send(id);
		const copy = (await register(LATER)).followUps[0]?.id;
		const form = await show({ view: 'edit', chatbot: id, copy });
		expect(form).toContain('value="Cita pendiente (copia)"');
		expect(form).toContain('¿Seguimos con tu cita?');
	});

	test('deleting ends what is scheduled, and says how many', async () => {
		const { id, register } = await published();
		await send(id);
		const followUpId = (await register(LATER)).followUps[0]?.id as string;
		const plan = planFor({ ...(await silence(shared.store)), chatbot: id }, { followUpId });
		const { scheduled } = await shared.store.schedule([plan], START);
		expect((await press('remove', [id, followUpId])).notice).toEqual({
			...{ kind: 'removed', name: FILLED.name, count: 1 },
		});
		expect(await shared.store.get(scheduled[0]?.id as string)).toMatchObject({
			...{ state: 'ended', reason: { code: 'definition_inactive' } },
		});
		expect((await press('remove', [id, followUpId])).notice).toEqual({ kind: 'gone' });
		expect((await send(id, {}, followUpId)).notice).toEqual({ kind: 'gone' });
		expect((await register(LATER)).followUps).toEqual([]);
	});

	test('what a node held is taken over, and a node that holds its own again cannot be written here', async () => {
		const { register, id } = await published();
		await send(id);
		const chatbot = await register(LATER);
		await shared.store.registerChatbot(
			{ ...chatbot, followUps: [{ ...chatbot.followUps[0]!, name: 'En el nodo' }] },
			LATER,
		);
		expect((await send(id, { name: 'Aquí' })).notice).toEqual({ kind: 'notKept' });
		expect(await show({ view: 'edit', chatbot: id })).toContain('se escriben en su flujo');
		expect((await register(LATER)).followUps).toMatchObject([{ name: 'En el nodo' }]);
	});

	test.each(['save', 'remove'])('%s without the proof of the page changes nothing', async (action) => {
		const { id, register } = await published();
		const target = JSON.stringify([id, '']);
		const elsewhere = signAction('another secret', action, [id, ''], NOW);
		for (const token of [
			'',
			elsewhere,
			signAction(await shared.store.pageSecret(), action, ['x', ''], NOW),
		]) {
			const form = { ...FILLED, action, target, token, back: '' };
			expect(await applyDashboardAction(shared.store, form, { lang: 'es', now: LATER })).toMatchObject({
				...{ accepted: false, statusCode: 403, refusal: 'forged' },
			});
		}
		expect((await register(LATER)).followUps).toEqual([]);
	});
});
