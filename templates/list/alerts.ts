import { builtin, filterNode, setNode } from '../builtin-nodes.ts';
import { overview, section, SETUP } from '../notes.ts';
import { packageNode } from '../package-nodes.ts';
import { line, type Template } from '../template.ts';
import type { Text } from '../words.ts';

const alertNode = (key: string, name: Text, at: [number, number], id: string, subject: Text, text: Text) =>
	setNode(key, name, at, [
		['key', id],
		['subject', subject],
		['text', text],
	]);

/** What needs a person reaches one. */
export const alerts: Template = {
	file: { es: 'avisos-a-una-persona', en: 'alerts-to-a-person' },
	name: {
		es: 'Avisar a una persona cuando un flujo falla, Meta restringe la cuenta o el envío queda en pausa',
		en: 'Alert a person when a workflow fails, Meta restricts the account or sending is paused',
	},
	stickies: [
		overview({
			title: { es: 'Avisos de errores y pausas', en: 'Alerts about errors and pauses' },
			works: [
				{
					es: 'Tres caminos llevan al mismo correo. **Falla un flujo** oye los errores de los flujos que lo tengan como flujo de error: una clave vencida, un modelo que no responde. **Noticias de Meta** oye lo que Meta dice de la cuenta y de las plantillas: restricciones, calidad, una plantilla en pausa. **Cada 15 minutos** pregunta qué cuentas tienen el envío en pausa y por qué.',
					en: 'Three ways lead to the same e-mail. **A workflow fails** hears the errors of the workflows that have this one as error workflow: an expired token, a model that does not answer. **News from Meta** hears what Meta says about the account and its templates: restrictions, quality, a paused template. **Every 15 minutes** asks which accounts have sending paused, and why.',
				},
				{
					es: 'Del mismo asunto llega un solo correo. Mientras una cuenta está en pausa nada se pierde: los seguimientos esperan o terminan con su motivo.',
					en: 'About the same matter only one e-mail arrives. While an account is paused nothing is lost: follow-ups wait, or end with their reason.',
				},
			],
			setup: [
				SETUP.meta,
				{
					es: 'Crea una credencial **SMTP** y cambia en **Enviar correo** el remitente y el destinatario. En su lugar puede ir Slack, Telegram u otro nodo.',
					en: 'Create a credential **SMTP** and change sender and recipient in **Send e-mail**. Slack, Telegram or another node can stand in its place.',
				},
				{
					es: 'En tus otros flujos elige este en *Settings → Error workflow*.',
					en: 'In your other workflows choose this one under *Settings → Error workflow*.',
				},
				{
					es: 'Publica el flujo. Meta entrega a una sola URL: en el disparador de tus seguimientos escribe la de este en *Forward To*.',
					en: 'Publish the workflow. Meta delivers to one URL only: in the trigger of your follow-ups write the one of this workflow under *Forward To*.',
				},
			],
			height: 880,
		}),
		section(
			'in',
			{ es: 'Qué se oye', en: 'What is heard' },
			{ es: 'Errores, noticias y pausas.', en: 'Errors, news and pauses.' },
			[-40, 420],
			{ height: 880 },
		),
		section(
			'text',
			{ es: 'Qué se dice', en: 'What is said' },
			{ es: 'Asunto y texto de cada aviso.', en: 'Subject and text of each alert.' },
			[400, 240],
			{ height: 880 },
		),
		section(
			'out',
			{ es: 'A quién', en: 'To whom' },
			{ es: 'Una vez por asunto, por correo.', en: 'Once for each matter, by e-mail.' },
			[660, 400],
			{ height: 880 },
		),
	],
	nodes: [
		builtin(
			'errorTrigger',
			1,
			'failed',
			{ es: 'Falla un flujo', en: 'A workflow fails' },
			[0, 0],
			{},
			{
				pinned: [
					{
						execution: {
							...{ id: '231', mode: 'trigger', lastNodeExecuted: 'Enviar seguimiento' },
							error: { message: 'Meta refused to send (code 190): the access token has expired' },
						},
						workflow: { id: '1', name: 'Example' },
					},
				],
			},
		),
		packageNode(
			'metaMessagingTrigger',
			'arrives',
			{ es: 'Noticias de Meta', en: 'News from Meta' },
			[0, 260],
			{
				...{ events: ['templates', 'other'], settings: { includeRaw: true } },
			},
			{
				pinned: [
					{
						event: {
							...{ kind: 'account', id: 'example', channel: 'whatsapp', account: '200000000000001' },
							...{ contact: { id: '200000000000001' }, at: '2026-11-23T15:00:00.000Z', opensWindow: false },
							raw: { field: 'account_update', event: 'ACCOUNT_RESTRICTION' },
						},
					},
				],
			},
		),
		filterNode(
			'matters',
			{ es: 'Si importa', en: 'If it matters' },
			[200, 260],
			[
				{
					left: "={{ $json.event.kind === 'account' || ($json.event.kind === 'template' && $json.event.raw.event !== 'APPROVED') }}",
					...{ operation: 'true', type: 'boolean' },
				},
			],
		),
		builtin('scheduleTrigger', 1.2, 'each', { es: 'Cada 15 minutos', en: 'Every 15 minutes' }, [0, 520], {
			rule: { interval: [{ field: 'minutes', minutesInterval: 15 }] },
		}),
		packageNode('followUpManager', 'paused', { es: 'Cuentas en pausa', en: 'Paused accounts' }, [200, 520], {
			...{ resource: 'account', operation: 'getPaused' },
		}),
		alertNode(
			...(['say-failed', { es: 'Del error', en: 'About the error' }] as const),
			[460, 0],
			// Once an hour for the same fault of the same workflow.
			"={{ 'error ' + $json.workflow.id + ' ' + ($json.execution?.error?.message ?? $json.trigger?.error?.message) + ' ' + $now.toFormat('yyyy-MM-dd HH') }}",
			{
				es: "={{ 'Falló el flujo «' + $json.workflow.name + '»' }}",
				en: "={{ 'The workflow \"' + $json.workflow.name + '\" failed' }}",
			},
			{
				es: "={{ ($json.execution?.error?.message ?? $json.trigger?.error?.message ?? '') + '\\nNodo: ' + ($json.execution?.lastNodeExecuted ?? '-') + '\\nEjecución: ' + ($json.execution?.url ?? $json.execution?.id ?? '-') }}",
				en: "={{ ($json.execution?.error?.message ?? $json.trigger?.error?.message ?? '') + '\\nNode: ' + ($json.execution?.lastNodeExecuted ?? '-') + '\\nExecution: ' + ($json.execution?.url ?? $json.execution?.id ?? '-') }}",
			},
		),
		alertNode(
			...(['say-news', { es: 'De Meta', en: 'About Meta' }] as const),
			[460, 260],
			"={{ 'news ' + $json.event.id }}",
			{
				es: "={{ 'Meta avisa: ' + $json.event.raw.field + ' ' + ($json.event.raw.event ?? '') + ' ' + ($json.event.raw.message_template_name ?? '') }}",
				en: "={{ 'Meta says: ' + $json.event.raw.field + ' ' + ($json.event.raw.event ?? '') + ' ' + ($json.event.raw.message_template_name ?? '') }}",
			},
			{
				es: "={{ 'Cuenta: ' + $json.event.account + '\\nHora: ' + $json.event.at + '\\n\\n' + JSON.stringify($json.event.raw, null, 2) }}",
				en: "={{ 'Account: ' + $json.event.account + '\\nTime: ' + $json.event.at + '\\n\\n' + JSON.stringify($json.event.raw, null, 2) }}",
			},
		),
		alertNode(
			...(['say-paused', { es: 'De la pausa', en: 'About the pause' }] as const),
			[460, 520],
			"={{ 'paused ' + $json.channel + ' ' + $json.account + ' ' + $json.since }}",
			{
				es: "={{ 'Envío en pausa: ' + $json.channel + ' ' + $json.account }}",
				en: "={{ 'Sending is paused: ' + $json.channel + ' ' + $json.account }}",
			},
			{
				es: "={{ 'Motivo: ' + $json.reason + '\\nHasta: ' + ($json.until ?? 'que alguien lo reanude en el tablero') }}",
				en: "={{ 'Reason: ' + $json.reason + '\\nUntil: ' + ($json.until ?? 'somebody resumes it on the dashboard') }}",
			},
		),
		builtin(
			'removeDuplicates',
			2,
			'once',
			{ es: 'Una vez por asunto', en: 'Once for each matter' },
			[720, 260],
			{
				...{ operation: 'removeItemsSeenInPreviousExecutions', dedupeValue: '={{ $json.key }}', options: {} },
			},
		),
		builtin(
			'emailSend',
			2.1,
			'mail',
			{ es: 'Enviar correo', en: 'Send e-mail' },
			[900, 260],
			{
				...{ fromEmail: 'n8n@example.com', toEmail: 'team@example.com', emailFormat: 'text' },
				...{
					subject: '={{ $json.subject }}',
					text: '={{ $json.text }}',
					options: { appendAttribution: false },
				},
			},
			{ more: { retryOnFail: true, maxTries: 3 } },
		),
	],
	wires: [
		...line('failed', 'say-failed', 'once', 'mail'),
		...line('arrives', 'matters', 'say-news', 'once'),
		...line('each', 'paused', 'say-paused', 'once'),
	],
};
