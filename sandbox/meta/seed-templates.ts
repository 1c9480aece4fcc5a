import type { Template } from '../ledger.ts';
import { world } from '../world.ts';

type Seed = Pick<Template, 'name' | 'language' | 'category'> & {
	body: string;
	example?: unknown;
	header?: string;
	status?: string;
	named?: boolean;
	page?: boolean;
};

const positional = (...values: string[]) => ({ body_text: [values] });

const seeds: Seed[] = [
	{
		name: 'recordatorio_cita',
		language: 'es',
		category: 'UTILITY',
		body: 'Hola {{1}}, tu solicitud de cita sigue abierta. ¿Quieres que la reservemos?',
		example: positional('Ana'),
	},
	{
		name: 'appointment_reminder',
		language: 'en_US',
		category: 'UTILITY',
		body: 'Hi {{1}}, your appointment request is still open. Shall we book it?',
		example: positional('Ana'),
	},
	{
		name: 'confirmacion_de_compra',
		language: 'es',
		category: 'UTILITY',
		body: 'Tu pedido sigue guardado. Responde a este mensaje para confirmarlo.',
	},
	{
		name: 'purchase_confirmation',
		language: 'en_US',
		category: 'UTILITY',
		body: 'Your order is still saved. Reply to this message to confirm it.',
	},
	{
		name: 'promocion_de_temporada',
		language: 'es',
		category: 'MARKETING',
		header: 'Novedades',
		body: 'Hola {{1}}, tenemos un {{2}} de descuento para ti.',
		example: positional('Ana', '10 %'),
	},
	{
		name: 'seguimiento_con_nombre',
		language: 'es',
		category: 'UTILITY',
		named: true,
		body: 'Hola {{nombre}}, tu consulta sobre {{tema}} sigue abierta.',
		example: {
			body_text_named_params: [
				{ param_name: 'nombre', example: 'Ana' },
				{ param_name: 'tema', example: 'la cita' },
			],
		},
	},
	{
		name: 'plantilla_pausada',
		language: 'es',
		category: 'UTILITY',
		status: 'PAUSED',
		body: 'Esta plantilla está en pausa.',
	},
	{
		name: 'plantilla_rechazada',
		language: 'es',
		category: 'MARKETING',
		status: 'REJECTED',
		body: 'Esta plantilla fue rechazada.',
	},
	{
		name: 'plantilla_desactivada',
		language: 'es',
		category: 'UTILITY',
		status: 'DISABLED',
		body: 'Esta plantilla está desactivada.',
	},
	{
		name: 'appointment_update',
		language: 'en_US',
		category: 'UTILITY',
		page: true,
		body: 'Your appointment with us is still open, {{1}}.',
		example: positional('Ana'),
	},
	{
		name: 'retomar_conversacion',
		language: 'es',
		category: 'MARKETING',
		body: 'Hola {{1}}, hace unos días nos preguntaste por nuestros servicios. ¿Te ayudamos a decidir?',
		example: positional('Ana'),
	},
	{
		name: 'continue_conversation',
		language: 'en_US',
		category: 'MARKETING',
		body: 'Hi {{1}}, some days ago you asked about our services. Can we help you decide?',
		example: positional('Ana'),
	},
	{
		name: 'despedida_amable',
		language: 'es',
		category: 'MARKETING',
		body: 'No queremos molestarte más. Si un día te interesa de nuevo, escríbenos por aquí.',
	},
	{
		name: 'kind_farewell',
		language: 'en_US',
		category: 'MARKETING',
		body: 'We will not write again. Whenever you are interested, send us a message here.',
	},
];

/** The templates of the fixed world: those of the WhatsApp account, and one utility template of the Page. */
export function seedTemplates(): Template[] {
	return seeds.map((seed, index) => ({
		id: String(500_000_000_000_001 + index),
		owner: seed.page ? world.messenger.page : world.whatsapp.account,
		name: seed.name,
		language: seed.language,
		status: seed.status ?? 'APPROVED',
		category: seed.category,
		parameter_format: seed.named ? 'NAMED' : 'POSITIONAL',
		components: [
			...(seed.header ? [{ type: 'HEADER', format: 'TEXT', text: seed.header }] : []),
			{ type: 'BODY', text: seed.body, ...(seed.example !== undefined && { example: seed.example }) },
		],
		quality_score: { score: seed.status === 'PAUSED' ? 'RED' : 'GREEN' },
		...(seed.status === 'REJECTED' && { rejected_reason: 'TAG_CONTENT_MISMATCH' }),
	}));
}
