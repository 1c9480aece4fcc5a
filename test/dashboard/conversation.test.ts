import { applyDashboardAction, renderDashboard } from '../../lib/index.ts';
import type { ActionName } from '../../lib/dashboard/actions.ts';
import { signAction } from '../../lib/dashboard/token.ts';
import { newCustomer } from '../support/customer.ts';
import { hears, registerListener, sendsFile } from '../support/media.ts';
import { followUpAt, type Prepared } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const SOON = after(5 * MINUTE);
const ZONE = 'America/Bogota';

let phones = 1_000_000;

describe.each(databases)('the page of one conversation on $name', (kind) => {
	const shared = useStore(kind);

	const press = async (
		action: ActionName,
		target: string[],
		fields: Record<string, string> = {},
		now = SOON,
	) => {
		const token = signAction(await shared.store.pageSecret(), action, target, SOON);
		const form = { ...fields, action, target: JSON.stringify(target), token, back: '?lang=es' };
		return await applyDashboardAction(shared.store, form, { lang: 'es', now });
	};
	const show = async (query: object, now = SOON) =>
		await renderDashboard(shared.store, { query, lang: 'es', timeZone: ZONE, now });
	const pane = async (one: Prepared, more: object = {}) =>
		await show({ view: 'conversation', conversation: one.customer.key, ...more });
	/** What the page says after an action. */
	const news = async ({ location }: { location: string }) =>
		(await show(Object.fromEntries(new URLSearchParams(location))))
			.match(/class="notice \w+" tabindex="-1">([^<]*)</)?.[1]
			?.trim();
	const named = async (name: string): Promise<Prepared> => {
		const customer = newCustomer({ contact: { id: `CO.${name}`, name, phone: `57311${++phones}` } });
		return await followUpAt(shared.store, 'scheduled', { customer });
	};

	test('is reached by the name in every list', async () => {
		const one = await named('Enlace');
		const link = `view=conversation&amp;conversation=${encodeURIComponent(one.customer.key)}`;
		for (const view of ['scheduled', 'conversations'])
			expect(await show({ view, search: 'Enlace' })).toContain(link);
		await press('cancel', [one.id]);
		expect(await show({ view: 'log', search: 'Enlace' })).toContain(link);
	});

	test('shows what was said, what is planned, and why then', async () => {
		const one = await named('Habla');
		const html = await pane(one);
		expect(html).toMatch(/Cliente ·[^]*I would like an appointment[^]*Which day suits you\?/);
		expect(html).toMatch(/Qué está programado[^]*Reminder[^]*Por qué a esa hora/);
		expect(await show({ view: 'conversation', conversation: 'whatsapp:1:CO.nadie' })).toContain(
			'Esta conversación no existe',
		);
	});

	test('shows a voice note as one, with its length and its words, or why there are none', async () => {
		await registerListener(shared.store);
		const one = await named('Voz');
		await shared.store.ingest([sendsFile(one.customer, after(2 * MINUTE))], after(2 * MINUTE));
		expect(await pane(one)).toContain('Nota de voz. Todavía no se escuchó');
		await hears(shared.store, one.customer.key, { failure: 'no_transcription', seconds: 14 });
		expect(await pane(one)).toContain(
			'Nota de voz, 0:14. No se pudo entender: el servidor del modelo no ofrece',
		);
		await hears(shared.store, one.customer.key, { text: 'A las diez, por favor' });
		expect(await pane(one)).toMatch(/Nota de voz, 0:14<[^]*A las diez, por favor/);
	});

	test('shows older messages on demand', async () => {
		const one = await named('Larga');
		for (let turn = 0; turn < 32; turn++) {
			const at = after((turn + 2) * 1_000, START);
			await shared.store.ingest([one.customer.isAnswered(`línea ${turn}.`, at)], at);
		}
		const first = await pane(one);
		expect(first).toContain('Ver mensajes anteriores');
		expect(first).not.toContain('I would like an appointment');
		const all = await pane(one, { page: '2' });
		expect(all).toContain('I would like an appointment');
		expect(all).not.toContain('Ver mensajes anteriores');
	});

	test('says what would happen now, rule by rule, and changes nothing by it', async () => {
		const one = await named('Ahora');
		const before = JSON.stringify([await one.now(), await shared.store.audit(one.id)]);
		expect(await pane(one, { check: 'now' })).toMatch(
			/Saldría ahora[^]*El cliente lleva suficiente tiempo en silencio/,
		);
		const late = { view: 'conversation', conversation: one.customer.key, check: 'now' };
		expect(await show(late, after(25 * HOUR))).toMatch(/No se enviaría[^]*La ventana de 24 horas/);
		expect(JSON.stringify([await one.now(), await shared.store.audit(one.id)])).toBe(before);
		await press('optOut', [one.customer.key], { scope: 'all' });
		expect(await pane(one, { check: 'now' })).toMatch(
			/No se enviaría[^]*>No<\/span>\s*<span\s*>El cliente no pidió dejar de recibir mensajes/,
		);
	});

	test.each([
		['pause', {}, 'están en pausa. Programados que terminaron: 1', 'ya estaban en pausa'],
		['optOut', { scope: 'all' }, 'ya no recibe más mensajes automáticos', 'ya estaba anotado'],
		['convert', { value: '45.000', currency: 'cop' }, 'quedó marcado como venta', 'ya estaba anotada'],
		['cancelAll', {}, 'Se canceló todo lo programado', 'ya no había nada programado'],
	] as const)('%s is done once; who presses it too is told so', async (action, fields, done, again) => {
		const one = await named(`Dos${action}`);
		const target = action === 'convert' ? [one.customer.key, ''] : [one.customer.key];
		expect(await news(await press(action, target, fields))).toContain(done);
		expect((await one.now()).state).toBe('ended');
		expect(await news(await press(action, target, fields))).toContain(again);
	});

	test('a sale is noted with its amount, and a second one after it is another sale', async () => {
		const one = await named('Venta');
		await press('convert', [one.customer.key, ''], { value: '45.000', currency: 'cop' });
		const first = await shared.store.conversation(one.customer.key);
		expect(first?.convertedAt).toBe(SOON.toISOString());
		const next = await press('convert', [one.customer.key, first?.convertedAt ?? '']);
		expect(next.notice).toMatchObject({ kind: 'sold' });
		const wrong = await press('convert', [one.customer.key, 'x'], { value: 'mucho', currency: 'COP' });
		expect(await news(wrong)).toContain('«mucho» no es un valor');
		const bare = await press('convert', [one.customer.key, 'x'], { value: '10,50' });
		expect(await news(bare)).toContain('el valor no tiene moneda');
	});

	test('a pause with an end puts off what is planned', async () => {
		const one = await named('Pausa');
		await press('pause', [one.customer.key], { days: '1' });
		const { state, dueAt } = await one.now();
		expect([state, dueAt > after(23 * HOUR).toISOString() || state === 'ended']).toEqual([state, true]);
		expect(await pane(one)).toContain('En pausa hasta');
	});

	test('moves a follow-up to the time that was typed, in the zone of the page', async () => {
		const one = await named('Mueve');
		const later = new Date(SOON.getTime() + 8 * HOUR);
		const typed = new Date(later.getTime() - 5 * HOUR).toISOString().slice(0, 16);
		const moved = await press('move', [one.id, ZONE], { at: typed });
		expect(moved.notice).toMatchObject({ kind: 'moved', followUp: 'Reminder' });
		expect((await one.now()).dueAt.slice(0, 16)).toBe(later.toISOString().slice(0, 16));
		expect(await news(await press('move', [one.id, ZONE], { at: '' }))).toContain('falta la fecha');
		expect(await news(await press('move', [one.id, ZONE], { at: '2020-01-01T10:00' }))).toContain('ya pasó');
		const far = await press('move', [one.id, ZONE], { at: '2030-01-01T10:00' });
		expect(await news(far)).toMatch(/puede salir a más tardar|no se puede mover/);
	});

	test('the customer is allowed again only with a consent that is written down', async () => {
		const one = await named('Permiso');
		await press('optOut', [one.customer.key], { scope: 'all' });
		expect(await news(await press('optIn', [one.customer.key]))).toContain('falta cuándo y cómo');
		await press('optIn', [one.customer.key], { consent: 'Hoy por teléfono' }, after(6 * MINUTE));
		const found = await shared.store.conversation(one.customer.key);
		expect([found?.optedOutAt, found?.optedInNote]).toEqual([undefined, 'Hoy por teléfono']);
	});

	test('deletes all of a customer, and remembers who wanted no messages', async () => {
		const one = await named('Borra');
		const gone = await press('forget', [one.customer.key]);
		expect(gone.location).toMatch(/view=conversations/);
		expect(gone.location).not.toContain('conversation=');
		expect(await news(gone)).toContain('Se eliminó todo lo guardado de Borra');
		expect(await shared.store.conversation(one.customer.key)).toBeUndefined();
		const again = await press('forget', [one.customer.key], { keepOptOut: 'yes' });
		expect(await news(again)).toContain('la conversación ya no existe');
		const other = await named('Guarda');
		await press('optOut', [other.customer.key], { scope: 'all' });
		await press('forget', [other.customer.key], { keepOptOut: 'yes' });
		expect((await shared.store.conversation(other.customer.key))?.optedOutAt).toBeDefined();
	});

	test('a refusal is told in the language of the page', async () => {
		const one = await named('Idioma');
		await press('cancel', [one.id]);
		const told = await news(await press('cancel', [one.id]));
		expect(told).toMatch(/^No se cambió nada: «Reminder» ya terminó: No enviado, .*\. Se canceló a mano/);
	});
});
