import { builtin, conditions, ifNode, setNode } from '../builtin-nodes.ts';
import { overview, section } from '../notes.ts';
import { packageNode } from '../package-nodes.ts';
import { line, type Template } from '../template.ts';

/** The customer an outside system tells of, by phone number. */
const CUSTOMER = {
	...{ recipientBy: 'contact', channel: 'whatsapp' },
	...{ account: '={{ $json.whatsAppNumber }}', contact: '={{ $json.phone }}' },
};

const answer = (
	key: string,
	at: [number, number],
	name: { es: string; en: string },
	status: number,
	body: object,
) =>
	builtin('respondToWebhook', 1.1, key, name, at, {
		...{ respondWith: 'json', responseBody: body, options: { responseCode: status } },
	});

/** A payment or the CRM ends what is pending. */
export const stopFromElsewhere: Template = {
	file: { es: 'detener-desde-otro-sistema', en: 'stop-from-elsewhere' },
	name: {
		es: 'Cancelar los seguimientos de un cliente cuando llega su pago o lo dice el CRM',
		en: 'Cancel the follow-ups of a customer when the payment arrives or the CRM says so',
	},
	stickies: [
		overview({
			title: { es: 'Detener desde otro sistema', en: 'Stop from elsewhere' },
			works: [
				{
					es: 'La pasarela de pagos o el CRM llama a la dirección de **Llega un aviso** con el teléfono del cliente. Si es un pago, la conversación se marca como lograda, con su valor, y lo pendiente termina. Con cualquier otro aviso (negocio perdido, una persona tomó el caso) lo pendiente se cancela con el motivo que venga. Vale para los seguimientos de todos tus flujos.',
					en: 'The payment provider or the CRM calls the address of **A notice arrives** with the phone number of the customer. For a payment, the conversation is marked as converted, with its value, and what is pending ends. For any other notice (deal lost, a person took over) what is pending is cancelled with the reason that comes along. It holds for the follow-ups of all your workflows.',
				},
				{
					es: 'El aviso es JSON: `{ "event": "payment", "phone": "+573001112233", "amount": 120000, "currency": "COP", "reference": "pedido-1042" }`. El mismo aviso dos veces cuenta una. La respuesta dice qué se hizo.',
					en: 'The notice is JSON: `{ "event": "payment", "phone": "+573001112233", "amount": 120, "currency": "USD", "reference": "order-1042" }`. The same notice twice counts once. The answer says what was done.',
				},
			],
			setup: [
				{
					es: 'Crea una credencial **Header Auth** con una clave larga y elígela en **Llega un aviso**; el otro sistema la envía en cada llamada.',
					en: 'Create a credential **Header Auth** with a long key and choose it in **A notice arrives**; the other system sends it with each call.',
				},
				{
					es: 'Escribe en **Leer el aviso** el ID de tu número de WhatsApp y ajusta los campos a lo que envía tu sistema.',
					en: 'Write the ID of your WhatsApp number into **Read the notice** and fit the fields to what your system sends.',
				},
				{
					es: 'Usa el mismo *Store* que en los flujos con seguimientos.',
					en: 'Use the same *Store* as the workflows with the follow-ups.',
				},
				{
					es: 'Publica el flujo y registra su URL de producción en el otro sistema.',
					en: 'Publish the workflow and enter its production URL in the other system.',
				},
			],
			height: 880,
		}),
		section(
			'in',
			{ es: 'Qué entra', en: 'What comes in' },
			{
				es: 'Un aviso con clave, leído a campos propios.',
				en: 'A notice with a key, read into fields of our own.',
			},
			[-40, 560],
			{ height: 880 },
		),
		section(
			'end',
			{ es: 'Qué termina', en: 'What ends' },
			{ es: 'Arriba, la venta lograda. Abajo, lo demás.', en: 'Above, the sale. Below, everything else.' },
			[540, 260],
			{ height: 880 },
		),
		section(
			'out',
			{ es: 'Qué se responde', en: 'What is answered' },
			{ es: 'El otro sistema sabe qué se hizo.', en: 'The other system learns what was done.' },
			[820, 400],
			{ height: 880 },
		),
	],
	nodes: [
		builtin(
			'webhook',
			2,
			'notice',
			{ es: 'Llega un aviso', en: 'A notice arrives' },
			[0, 180],
			{
				...{ httpMethod: 'POST', path: { es: 'detener-seguimientos', en: 'stop-follow-ups' } },
				...{ authentication: 'headerAuth', responseMode: 'responseNode', options: {} },
			},
			{
				pinned: [
					{
						...{ headers: {}, params: {}, query: {} },
						body: {
							event: 'payment',
							phone: '+573001112233',
							amount: 120000,
							currency: 'COP',
							reference: 'example-1',
						},
					},
				],
			},
		),
		setNode(
			'read',
			{ es: 'Leer el aviso', en: 'Read the notice' },
			[180, 180],
			[
				['whatsAppNumber', '210000000000001'],
				['event', "={{ $json.body.event ?? '' }}"],
				['phone', "={{ $json.body.phone ?? '' }}"],
				['amount', '={{ Number($json.body.amount ?? 0) }}', 'number'],
				['currency', "={{ $json.body.currency ?? '' }}"],
				['reference', "={{ $json.body.reference ?? '' }}"],
				[
					'reason',
					{
						es: "={{ $json.body.reason ?? 'Aviso de otro sistema' }}",
						en: "={{ $json.body.reason ?? 'Notice of another system' }}",
					},
				],
			],
		),
		builtin('switch', 3.2, 'which', { es: '¿Qué pasó?', en: 'What happened?' }, [360, 180], {
			rules: {
				values: [
					{
						conditions: conditions('payment', [
							{ left: '={{ $json.event }}', operation: 'equals', right: 'payment' },
						]),
						...{ renameOutput: true, outputKey: { es: 'Pago', en: 'Payment' } },
					},
				],
			},
			looseTypeValidation: true,
			options: { fallbackOutput: 'extra', renameFallbackOutput: { es: 'Otro', en: 'Other' } },
		}),
		packageNode(
			'followUpManager',
			'converted',
			{ es: 'Marcar como lograda', en: 'Mark as converted' },
			[620, 40],
			{
				...{ resource: 'conversation', operation: 'markConverted', ...CUSTOMER },
				options: {
					...{ value: '={{ $json.amount }}', currency: '={{ $json.currency }}' },
					reference: '={{ $json.reference }}',
				},
			},
			{ more: { onError: 'continueRegularOutput' } },
		),
		packageNode(
			'followUpManager',
			'cancel',
			{ es: 'Cancelar lo pendiente', en: 'Cancel what is pending' },
			[620, 360],
			{
				...{ resource: 'conversation', operation: 'cancelFollowUps', ...CUSTOMER },
				reason: '={{ $json.reason }}',
			},
			{ more: { onError: 'continueRegularOutput' } },
		),
		ifNode(
			'worked',
			{ es: '¿Se pudo?', en: 'Did it work?' },
			[880, 200],
			[{ left: '={{ $json.error }}', operation: 'empty', type: 'string' }],
		),
		answer('done', [1060, 100], { es: 'Responder', en: 'Answer' }, 200, {
			es: '={{ { done: true, result: $json } }}',
			en: '={{ { done: true, result: $json } }}',
		}),
		answer('refused', [1060, 340], { es: 'No se pudo', en: 'It was refused' }, 422, {
			es: '={{ { done: false, error: $json.error } }}',
			en: '={{ { done: false, error: $json.error } }}',
		}),
	],
	wires: [
		...line('notice', 'read', 'which', 'converted', 'worked', 'done'),
		{ from: 'which', to: 'cancel', output: 1 },
		...line('cancel', 'worked'),
		{ from: 'worked', to: 'refused', output: 1 },
	],
};
