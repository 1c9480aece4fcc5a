import fc from 'fast-check';
import { effectOfError } from '../../lib/messaging/errors/effect.ts';
import { pauseReason } from '../../lib/messaging/errors/pause-reason.ts';
import { dashboardPage } from '../../lib/dashboard/page.ts';
import { LANGUAGES } from '../../lib/dashboard/query.ts';
import { refusalPage } from '../../lib/dashboard/refusal-page.ts';
import type { Content } from '../../lib/dashboard/view.ts';
import { contents, logRows, NOW, sampleView } from './sample.ts';

const views = Object.keys(contents).flatMap((view) => LANGUAGES.map((lang) => [view, lang] as const));
const page = (view: string, changes = {}) => dashboardPage(sampleView(view, changes));

describe.each(views)('the view %s in %s', (view, lang) => {
	const html = page(view, { lang });

	test('asks nothing of anybody else', () => {
		expect(html).toMatch(/^<!doctype html>/);
		expect(html).not.toMatch(/(src|href)="(?!\?|#)/);
		expect(html).not.toMatch(/url\(|@import|https?:\/\/(?!example\.com)/);
		expect(html).toContain(`<html lang="${lang}">`);
	});

	test('runs its own script and no other', () => {
		expect(html.match(/<script/g)).toHaveLength(1);
		expect(html).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;/);
		const tags = html.replace(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/g) ?? [];
		expect(tags.filter((tag) => /^<img|\son\w+=/.test(tag))).toEqual([]);
	});

	test('leaves no gap unfilled and no value unsaid', () => {
		const shown = html.replace(/<(script|style)>.*?<\/\1>/gs, '').replaceAll('{{ $env }}', '');
		expect(shown).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
	});
});

test('what a customer is called and was sent stands there as text', () => {
	const html = page('log');
	expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
	expect(html).toContain(
		'=HYPERLINK(&quot;https://example.com&quot;;&quot;{{ $env }}&quot;) &lt;/script&gt;',
	);
});

test('no name or text adds an element or ends an attribute', () => {
	const structure = (name: string, text: string) => {
		const rows = logRows.map((row) => ({ ...row, who: { ...row.who, name }, text, aiReason: text, name }));
		const log: Content = { kind: 'log', rows: { items: rows, total: 4, page: 1, pageSize: 50 } };
		const html = page('log', {
			content: log,
			chatbots: [
				{ id: 'a', name: 'a' },
				{ id: text, name: text },
			],
			colours: [text],
		});
		return [html.split('<').length, html.split('"').length];
	};
	const plain = structure('Ana', 'Hola');
	const hostile = fc.string({
		unit: fc.constantFrom(...`<>"'&=/ aZ{}$\`\n\u2028`.split(''), '</script>', '<!--'),
	});
	fc.assert(
		fc.property(hostile.filter(Boolean), hostile.filter(Boolean), (name, text) =>
			expect(structure(`n${name}`, `t${text}`)).toEqual(plain),
		),
		{ numRuns: 200 },
	);
});

test('a colour and a platform are told in words', () => {
	const html = page('scheduled', { lang: 'en' });
	expect(html).toMatch(/Blue/);
	expect(html).toMatch(/WhatsApp · \+573001234567/);
});

test('says where a reason differs from the delay that is set, and what was asked for', () => {
	expect(page('scheduled')).toMatch(
		/Caía en las horas de silencio, así que se movió a su final\. Pedido para/,
	);
	expect(page('scheduled')).toContain('Justo el retraso configurado');
});

test('a stored sentence that says more than the general one is kept, in both languages', () => {
	// What the code means is told in Spanish instead of Meta's English words.
	expect(page('log')).toMatch(/Meta rechazó el mensaje: [^<]+ \(código 131026\)/);
	expect(page('log', { lang: 'en' })).toMatch(/Meta refused the message \(code 131026\): =HYPERLINK/);
});

test('a window without a script still says when it closes', () => {
	expect(page('conversations')).toMatch(
		/<time class="countdown"[^>]*datetime="2026-11-25T13:00:00.000Z"[^>]*>\s*dentro de 22 horas/,
	);
});

test('who wants no messages is told with since when, who says so and why', () => {
	const html = page('conversations', { lang: 'en' });
	expect(html).toMatch(/Asked for no more messages on [^<]+, as the AI understood it/);
	expect(html).toContain('Reason of the AI: Wants &lt;nobody&gt; to write');
	expect(html).toMatch(/Stopped marketing in the app on \w/);
	expect(page('conversations')).toMatch(/en la aplicación: [^]*según entendió la IA: [^]*Motivo de la IA: /);
});

test('more active follow-ups than the limit are pointed out', () => {
	const [chatbot] = (contents.followUps as Extract<Content, { kind: 'followUps' }>).chatbots;
	const over = { ...contents.followUps, chatbots: [{ ...chatbot, active: 6 }] } as Content;
	expect(page('followUps', { content: over })).toContain('Hay más seguimientos activos');
});

test('a follow-up that cannot be read says so, and what to do', () => {
	const [chatbot] = (contents.followUps as Extract<Content, { kind: 'followUps' }>).chatbots;
	const { definition: _lost, ...card } = chatbot?.followUps[0] ?? {};
	const unreadable = { ...card, active: false, unreadable: 'delay must be a number' };
	const cards = { ...contents.followUps, chatbots: [{ ...chatbot, followUps: [unreadable] }] } as Content;
	expect(page('followUps', { content: cards })).toMatch(/no se puede leer .*\(delay must be a number\)/);
	expect(page('followUps', { content: cards, lang: 'en' })).toMatch(
		/cannot be read \(delay must be a number\)/,
	);
	const { detail } = contents.followUp as Extract<Content, { kind: 'followUp' }>;
	const content = {
		kind: 'followUp',
		detail: { ...detail, ...unreadable, definition: undefined },
	} as Content;
	expect(page('followUp', { content, lang: 'en' })).toContain('Run its Follow-Up Evaluate once');
});

test('the reason of a paused account is told in the language of the page; what a person wrote stays', () => {
	const { meaning, advice } = effectOfError('whatsapp', { code: 190 }, { from: 'answer' });
	const paused = { channel: 'whatsapp', account: '1', since: NOW.toISOString() } as const;
	const shown = (lang: 'en' | 'es', reason: string) =>
		page('followUps', { lang, pausedAccounts: [{ ...paused, reason }] });
	const told = pauseReason({ meaning, advice }, 190);
	expect(shown('en', told)).toContain(told);
	expect(shown('es', told)).toContain('El token de acceso ya no es válido (código 190). Abre la credencial');
	expect(shown('es', 'Inventory (code 7). Back on Monday')).toContain('Inventory (code 7). Back on Monday');
	expect(shown('es', 'Closed for holidays')).toContain('Closed for holidays');
});

test('a clock that does not fit is told of, with its sign, in the language of the page', () => {
	const clocks = (minutes: number) => [
		{ channel: 'messenger', account: '4', offMs: minutes * 60_000 } as const,
	];
	const shown = (lang: 'en' | 'es', minutes: number) =>
		page('followUps', { lang, wrongClocks: clocks(minutes) });
	expect(shown('en', -21)).toMatch(/Messenger account 4 that are dated 21 min.* in the future/);
	expect(shown('es', -21)).toMatch(/cuenta 4 de Messenger eventos con fecha de 21 min.* en el futuro/);
	expect(shown('en', 21)).toMatch(/is younger than 21 min/);
	expect(shown('es', 21)).toMatch(/tiene menos de 21 min/);
	expect(page('followUps', { wrongClocks: [] })).not.toContain('El reloj está mal');
});

test('who waits for a person stands on top, with a way to the conversation', () => {
	const ana = { conversation: 'whatsapp:1:ana', channel: 'whatsapp', name: 'Ana' } as const;
	const waiting = [{ ...ana, since: NOW.toISOString() }];
	const shown = page('followUps', { lang: 'en', waiting });
	expect(shown).toContain('Customers who wait for a person: 1');
	expect(shown).toMatch(/<a href="[^"]*conversation=whatsapp%3A1%3Aana[^"]*">Ana<\/a>/);
	expect(page('followUps', { waiting })).toContain('Clientes que esperan a una persona: 1');
	expect(page('followUps', { waiting: [] })).not.toContain('esperan a una persona');
});

test('nothing at all is a page too', () => {
	const content: Content = { kind: 'followUps', chatbots: [], health: { spent: [] } };
	const html = page('followUps', { content, chatbots: [], pausedAccounts: [] });
	expect(html).toContain('Aún no se conoce ningún seguimiento');
	expect(html).not.toContain('El envío está en pausa');
});

test('a follow-up that is gone is said to be gone', () => {
	expect(page('followUp', { content: { kind: 'followUp', detail: undefined } })).toContain('ya no existe');
});

test('a time on the page is that of its time zone', () => {
	expect(page('followUps', { timeZone: 'Europe/Madrid' })).toContain('Datos de las 16:00 (Europe/Madrid)');
	expect(NOW.toISOString()).toContain('15:00');
});

test.each(LANGUAGES)('a refusal in %s has the way back', (lang) => {
	const html = refusalPage(lang, 'expired', '?view=log');
	expect(html).toContain('href="?view=log"');
	expect(html).toContain(`<html lang="${lang}">`);
});
