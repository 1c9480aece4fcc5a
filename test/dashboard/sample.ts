import { parseChatbot, REASONS } from '../../lib/index.ts';
import type { Statistics } from '../../lib/statistics/types.ts';
import { emptyDraft } from '../../lib/dashboard/form/draft.ts';
import type { DashboardView, FollowUpRow, Person } from '../../lib/dashboard/view.ts';

/** A customer as nobody wants one: markup, a formula and an expression. */
export const NASTY = {
	name: '<img src=x onerror=alert(1)>',
	text: '=HYPERLINK("https://example.com";"{{ $env }}") </script><script>alert(2)</script>',
};

export const NOW = new Date('2026-11-24T15:00:00Z');
const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS).toISOString();

const chatbot = parseChatbot({
	id: 'citas',
	stopCondition: 'Detener cuando el cliente confirma la cita, la cancela o dice que ya no está interesado',
	settings: { timeZone: 'America/Bogota' },
	followUps: [
		{
			name: 'Recordatorio de cita pendiente - 4 horas',
			colour: 'blue',
			delay: 4,
			description:
				'Enviar cuando un cliente muestra interés en agendar una cita pero no confirma la fecha y hora',
			messageSource: 'fixed',
			message: 'Hola, ¿seguimos con tu cita? Tenemos espacio en la mañana y en la tarde.',
			templateName: 'recordatorio_cita',
			templateLanguage: 'es',
			templateParameters: ['cliente'],
		},
		{
			name: 'Seguimiento post-venta',
			colour: 'green',
			delay: 24,
			platforms: ['whatsapp'],
			description: 'Después de una compra, para asegurar la satisfacción del cliente',
			active: false,
		},
		{
			name: 'Oferta sin respuesta',
			colour: 'orange',
			timing: 'ai',
			delay: 6,
			description: 'Cuando el cliente preguntó por un precio, lo recibió y dejó de escribir',
		},
	],
});

const ana: Person = {
	conversation: 'whatsapp:1:2',
	channel: 'whatsapp',
	name: 'Ana Gómez',
	handle: '+573001234567',
};
const nasty: Person = { conversation: 'instagram:1:3', channel: 'instagram', name: NASTY.name };

const row = (id: string, who: Person, rest: Partial<FollowUpRow>): FollowUpRow => ({
	...{
		id,
		who,
		chatbot: 'citas',
		followUp: 'Recordatorio',
		name: 'Recordatorio de cita pendiente - 4 horas',
	},
	...{ colour: 'blue', state: 'scheduled', reason: { code: 'planned', sentence: 'Planned' }, timing: [] },
	...{ requestedAt: at(3), dueAt: at(3), at: at(-1) },
	...rest,
});

export const scheduledRows: FollowUpRow[] = [
	row('a', ana, {}),
	row('b', nasty, {
		...{
			dueAt: at(14),
			timing: [
				{ code: 'quiet_hours', sentence: 'It fell into the quiet hours, so it was moved to their end' },
			],
		},
	}),
	row('c', ana, { dueAt: at(-0.5), requestedAt: at(-0.5), name: 'Oferta sin respuesta', colour: 'orange' }),
];

export const logRows: FollowUpRow[] = [
	row('d', ana, {
		state: 'replied',
		reason: { code: 'customer_replied', sentence: 'The customer answered the follow-up' },
		text: 'Hola Ana, ¿seguimos con tu cita del martes?',
		aiReason: 'La clienta pidió una cita y no confirmó la hora',
	}),
	row('e', nasty, {
		state: 'delivered',
		reason: { code: 'status_update', sentence: 'Meta reported a new state of the message' },
		text: NASTY.text,
		template: 'recordatorio_cita',
	}),
	row('f', ana, {
		state: 'ended',
		reason: { code: 'cancelled_reply', sentence: 'The customer wrote again before it was sent' },
	}),
	row('g', nasty, {
		state: 'failed',
		reason: { code: 'refused', sentence: `Meta refused the message (code 131026): ${NASTY.text}` },
	}),
];

const counts = (sent: number) => ({
	...{
		planned: sent * 3,
		pending: sent,
		sent,
		delivered: Math.round(sent * 0.95),
		read: Math.round(sent * 0.7),
	},
	...{
		replied: Math.round(sent * 0.4),
		converted: Math.round(sent * 0.1),
		failed: 2,
		refused: 1,
		undelivered: 1,
	},
	...{ unknown: 0, ended: sent, awaiting: 3 },
	endedBy: [
		{ code: 'cancelled_reply' as const, count: Math.round(sent * 0.6) },
		{ code: 'not_triggered' as const, count: Math.round(sent * 0.3) },
	],
});
const rate = (count: number, of: number) => ({
	count,
	of,
	rate: count / of,
	interval: { low: Math.max(0, count / of - 0.05), high: count / of + 0.05 },
});
const whole = (sent: number) => ({
	...counts(sent),
	replyRate: rate(sent * 0.4, sent),
	conversionRate: rate(sent * 0.1, sent),
	timeToReply: {
		...{ replies: sent * 0.4, medianMinutes: 22, p75Minutes: 190 },
		buckets: [
			{ fromMinutes: 0, toMinutes: 15, count: 60 },
			{ fromMinutes: 15, toMinutes: 60, count: 45 },
			{ fromMinutes: 60, toMinutes: 360, count: 25 },
			{ fromMinutes: 360, toMinutes: 4320, count: 9 },
		],
	},
	costs: [
		{
			currency: 'USD',
			messages: 120,
			estimate: { low: 1, high: 3 },
			estimated: 80,
			actual: 1.25,
			billed: 40,
			amount: 3.4125,
			unknown: 2,
		},
	],
	model: { calls: 210, inputTokens: 402_113, outputTokens: 30_500, unknown: 0 },
});

export const statistics: Statistics = {
	range: { from: at(-24 * 30), to: at(0), timeZone: 'America/Bogota' },
	settings: { replyHours: 72, conversionDays: 7, detectableDifference: 0.1 },
	total: whole(350),
	byChatbot: [{ chatbot: 'citas', ...whole(350) }],
	byFollowUp: chatbot.followUps.map(({ id, name, colour }, place) => ({
		...{ chatbot: 'citas', followUpId: id, name, ...(colour ? { colour } : {}) },
		...whole(200 - place * 70),
	})),
	byDay: Array.from({ length: 30 }, (_none, day) => ({
		day: at(-24 * (30 - day)).slice(0, 10),
		...counts(8 + ((day * 7) % 11)),
	})),
	byHour: Array.from({ length: 24 }, (_none, hour) => ({
		hour,
		...(hour < 7 ? { count: 0, of: 0 } : rate(Math.round(3 + 2 * Math.sin(hour)), 10)),
	})),
	holdOut: [
		{
			chatbot: 'citas',
			sent: { conversations: 340, reply: rate(136, 340), conversion: rate(34, 340) },
			heldOut: { conversations: 12, reply: rate(2, 12), conversion: rate(1, 12) },
			replyLift: { difference: 0.233, interval: { low: -0.02, high: 0.36 } },
			state: 'not_enough_data',
			enough: { have: 12, need: 200 },
			sentence: {
				en: 'Not enough data yet: 12 of about 200 held-out conversations',
				es: 'Aún no hay datos suficientes: 12 de unas 200 conversaciones sin seguimiento',
			},
		},
	],
};

const cards = chatbot.followUps.map((definition, place) => ({
	...{
		chatbot: 'citas',
		keptHere: true,
		id: definition.id,
		name: definition.name,
		colour: definition.colour,
		definition,
	},
	...{ active: definition.active, isOverridden: place === 1 },
	scheduled: [1_204, 0, 37][place] ?? 0,
}));

/** One view of each kind, in Spanish. */
export const contents: Record<string, DashboardView['content']> = {
	followUps: {
		kind: 'followUps',
		chatbots: [
			{
				...{ id: 'citas', name: 'Citas de la tienda', keptHere: true, stopCondition: chatbot.stopCondition },
				...{ active: 2, activeLimit: 5, followUps: cards },
			},
		],
		health: { deliveredAt: at(-0.1), spent: [{ currency: 'COP', amount: 12_345, messages: 9, unknown: 2 }] },
	},
	followUp: {
		kind: 'followUp',
		detail: {
			...(cards[0] as (typeof cards)[0]),
			chatbotName: 'Citas de la tienda',
			stopCondition: chatbot.stopCondition,
			scheduledRows,
			logRows,
		},
	},
	edit: {
		kind: 'edit',
		form: {
			kind: 'form',
			facts: {
				...{ chatbot: 'citas', chatbotName: 'Citas de la tienda', stopCondition: chatbot.stopCondition },
				...{ otherNames: ['seguimiento post-venta'], activeLimit: 5, isFull: false, withoutModel: false },
				templates: [
					{
						...{ key: 'recordatorio_cita:es:utility', name: 'recordatorio_cita', language: 'es' },
						...{ category: 'utility', text: 'Hola, tu cita sigue pendiente.', buttons: ['Confirmar'] },
						variables: [{ id: 'header.image', kind: 'image', example: 'https://example.com/a.png' }],
					},
				],
			},
			draft: {
				...emptyDraft(chatbot.stopCondition, false),
				...{ name: NASTY.name, template: 'recordatorio_cita:es:utility' },
			},
			problems: { description: 'Di cuándo se debe enviar y para qué.' },
		},
	},
	scheduled: { kind: 'scheduled', rows: { items: scheduledRows, total: 5_000, page: 2, pageSize: 50 } },
	log: { kind: 'log', rows: { items: logRows, total: 20_000, page: 1, pageSize: 50 } },
	conversations: {
		kind: 'conversations',
		rows: {
			items: [
				{
					who: ana,
					lastInboundAt: at(-2),
					windowClosesAt: at(22),
					scheduled: 2,
					marketingOptedOutAt: at(-2),
				},
				{
					who: nasty,
					lastInboundAt: at(-30),
					windowClosesAt: at(-6),
					pausedSince: at(-1),
					...{ optedOutAt: at(-1), optedOutBy: 'model', optedOutNote: 'Wants <nobody> to write' },
					scheduled: 0,
				},
				{ who: { ...ana, name: 'Sin mensajes', channel: 'messenger' }, scheduled: 0, convertedAt: at(-3) },
			],
			...{ total: 3, page: 1, pageSize: 50 },
		},
	},
	conversation: {
		kind: 'conversation',
		detail: {
			row: {
				...{ who: ana, lastInboundAt: at(-2), windowClosesAt: at(22), scheduled: 2 },
				marketingOptedOutAt: at(-2),
			},
			account: '210000000000001',
			messages: [
				{ id: 'm1', at: at(-3), from: 'customer', type: 'text', text: NASTY.text },
				{ id: 'm2', at: at(-2.5), from: 'business', by: 'person', type: 'text', text: 'Claro, ¿qué día?' },
				{ id: 'm3', at: at(-2), from: 'customer', type: 'audio' },
				{ id: 'm4', at: at(-1), from: 'business', by: 'follow_up', type: 'hologram', text: NASTY.name },
			],
			hasOlder: true,
			scheduledRows,
			logRows,
			whatNow: [
				{
					...{ id: 'citas', name: 'Citas de la tienda' },
					followUps: [
						{
							...{ id: 'a', name: 'Recordatorio', colour: 'blue', description: 'Cita sin confirmar' },
							outcome: { kind: 'goes', byRules: false, text: NASTY.text },
							answers: [{ rule: 'optedOut', verdict: { kind: 'allow' } }],
						},
						{
							...{ id: 'b', name: NASTY.name, description: 'x' },
							outcome: {
								...{ kind: 'waits', until: at(3) },
								reason: { code: 'quiet_hours', sentence: REASONS.quiet_hours },
							},
							answers: [
								{
									rule: 'quietHours',
									verdict: {
										...{ kind: 'wait', until: new Date(at(3)) },
										reason: { code: 'quiet_hours', sentence: REASONS.quiet_hours },
									},
								},
							],
						},
						{
							...{ id: 'c', name: 'Oferta', description: 'x' },
							outcome: { kind: 'end', reason: { code: 'opted_out', sentence: REASONS.opted_out } },
							answers: [
								{
									rule: 'optedOut',
									verdict: { kind: 'end', reason: { code: 'opted_out', sentence: REASONS.opted_out } },
								},
							],
						},
					],
				},
			],
		},
	},
	statistics: { kind: 'statistics', statistics, from: new Date(at(-720)), to: NOW },
};

export function sampleView(name: string, changes: Partial<DashboardView> = {}): DashboardView {
	return {
		...{ lang: 'es', now: NOW, timeZone: 'America/Bogota' },
		query: { lang: changes.lang ?? 'es', view: name as DashboardView['query']['view'], page: 1, days: 30 },
		chatbots: [{ id: 'citas', name: 'Citas de la tienda' }],
		followUpNames: chatbot.followUps.map(({ id, name: followUpName }) => ({
			chatbot: 'citas',
			followUp: id,
			name: followUpName,
		})),
		colours: ['blue', 'green', 'orange'],
		deadLetters: 2,
		uncollected: [{ name: 'Citas de la tienda', count: 12, since: at(-3), isLooking: false }],
		wrongClocks: [{ channel: 'whatsapp', account: '210000000000001', offMs: -21 * 60_000 }],
		refused: [],
		waiting: [],
		pausedAccounts: [
			{
				channel: 'whatsapp',
				account: '210000000000001',
				since: at(-5),
				reason:
					'The access token is not valid any more (code 190). Open the Meta Messaging API credential, put in a valid token and test it',
			},
		],
		token: (action, target) => `token-of-${action}-${target.join('-')}`,
		content: contents[name] as DashboardView['content'],
		...changes,
	};
}
