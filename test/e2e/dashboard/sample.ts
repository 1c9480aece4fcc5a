import type { OfferedTemplate } from '../../../lib/index.ts';

export const CHATBOT = 'citas';
/** A chatbot whose follow-ups are written on the dashboard; its workflow is published by the fixture. */
export const KEPT = { id: 'flores', name: 'Tienda de flores' };
export const ACCOUNT = '210000000000001';
export const PAUSED_ACCOUNT = '300000000000001';
export const SCHEDULED = 5_000;
export const ENDED = 20_000;
/** Customers who have not written lately. */
export const EARLIER = 6_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A customer as nobody wants one: markup for a name, and a formula and an expression for a message. */
export const NASTY = {
	name: '<img src=x onerror=alert(1)>',
	text: '=HYPERLINK("https://example.com";"{{ $env }}")</script><script>alert(2)</script>',
};

/** One customer among thousands. */
export const ONE = { name: 'Marcela Ríos', phone: '573009990001' };

/** The templates of the account of that chatbot. */
export const OFFERED: OfferedTemplate[] = [
	{
		...{ name: 'confirmacion_de_compra', language: 'es', category: 'utility', header: 'Tu pedido' },
		...{ text: 'Hola {{1}}, gracias por tu compra. ¿Llegó todo bien?', footer: 'Flores del Valle' },
		...{ buttons: ['Todo bien', 'Tengo un problema'] },
		variables: [{ id: 'body.1', kind: 'text', example: 'Ana' }],
	},
	{
		...{ name: 'recordatorio_cita', language: 'es', category: 'utility', text: 'Tu cita sigue pendiente.' },
		...{ buttons: [], variables: [] },
	},
];

export const FOLLOW_UPS = [
	{
		...{ id: 'cita', name: 'Recordatorio de cita pendiente - 4 horas', colour: 'blue', delay: 4 },
		...{
			messageSource: 'fixed',
			message: 'Hola, ¿seguimos con tu cita? Tenemos espacio en la mañana y en la tarde.',
		},
		description:
			'Enviar cuando un cliente muestra interés en agendar una cita pero no confirma la fecha y hora',
		...{ templateName: 'recordatorio_cita', templateLanguage: 'es', templateParameters: ['cliente'] },
	},
	{
		...{ id: 'oferta', name: 'Oferta sin respuesta', colour: 'orange', delay: 6, timing: 'ai' },
		description: 'Cuando el cliente preguntó por un precio, lo recibió y dejó de escribir',
	},
	{
		...{
			id: 'postventa',
			name: 'Seguimiento post-venta',
			colour: 'green',
			delay: 24,
			platforms: ['whatsapp'],
		},
		description: 'Después de una compra, para asegurar la satisfacción del cliente',
	},
	{
		...{ id: 'carrito', name: 'Producto abandonado', colour: 'purple', delay: 90, delayUnit: 'minutes' },
		description: 'Cuando el cliente eligió un producto y no terminó el pedido',
	},
] as const;

export type Channel = 'whatsapp' | 'instagram' | 'messenger';

/** On which platform a customer writes. */
export function channelOf(conversation: number): Channel {
	return (['whatsapp', 'instagram', 'messenger'] as const)[conversation % 3] ?? 'whatsapp';
}

/** The same number between 0 and 1 each time, and as good as random over many n. */
export function chance(n: number, salt: number): number {
	let mixed = Math.imul(n ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
