import { filterNode } from '../builtin-nodes.ts';
import { overview, section } from '../notes.ts';
import {
	dueTrigger,
	evaluateNode,
	keepNode,
	messageTrigger,
	packageNode,
	sendNode,
} from '../package-nodes.ts';
import { line, type NodePart, type Template } from '../template.ts';
import type { Text } from '../words.ts';

const conversation = "={{ $('@readable').item.json.conversation.key }}";

const langchain = (
	type: string,
	version: number,
	key: string,
	name: Text,
	at: [number, number],
	parameters: object,
): NodePart => ({ key, name, type: `@n8n/n8n-nodes-langchain.${type}`, version, at, parameters });

/** An agent answers at once; the follow-ups stand beside it and use the same model. */
export const agentWithFollowUps: Template = {
	file: { es: 'agente-con-seguimientos', en: 'agent-with-follow-ups' },
	name: {
		es: 'Responder a los clientes con un agente de IA y hacer seguimiento a quien deja de escribir',
		en: 'Answer customers with an AI agent and follow up with those who stop writing',
	},
	stickies: [
		overview({
			title: { es: 'Agente de IA con seguimientos', en: 'AI agent with follow-ups' },
			works: [
				{
					es: 'Cada mensaje toma dos caminos. Arriba, un agente de IA lee el mensaje, recuerda lo anterior y responde enseguida. Abajo, **Planear y decidir** anota un seguimiento para 5 horas después. Si el cliente sigue escribiendo, el seguimiento se cancela y se planea de nuevo; si deja de escribir, la IA decide si vale la pena y lo escribe.',
					en: 'Each message takes two ways. Above, an AI agent reads the message, remembers what was said and answers at once. Below, **Plan and decide** notes a follow-up for 5 hours later. If the customer goes on writing, it is cancelled and planned anew; if they stop, the AI decides whether it is worth it and writes it.',
				},
				{
					es: 'El agente y los seguimientos usan el mismo modelo. Lo que responde el agente queda en la conversación, así que el seguimiento sabe qué se dijo. A quien pidió no recibir mensajes no se le escribe.',
					en: 'The agent and the follow-ups use the same model. What the agent answers is kept in the conversation, so the follow-up knows what was said. Nobody who asked for no more messages is written to.',
				},
			],
			setup: [
				{
					es: 'Crea la credencial **Meta Messaging API** y elígela en los cuatro nodos de Meta.',
					en: 'Create the credential **Meta Messaging API** and choose it in the Meta nodes.',
				},
				{
					es: 'Crea la credencial **OpenAI** en **Modelo**; con otra *Base URL* sirve cualquier servicio compatible.',
					en: 'Create the credential **OpenAI** in **Model**; with another *Base URL* any compatible service will do.',
				},
				{
					es: 'Escribe en **Agente** quién eres, qué ofreces y qué no debe responder.',
					en: 'Write in **Agent** who you are, what you offer and what it must not answer.',
				},
				{
					es: 'Publica el flujo y registra en Meta la URL de producción del disparador, con el campo *messages*.',
					en: 'Publish the workflow and enter the production URL of the trigger at Meta, with the field *messages*.',
				},
			],
			height: 980,
		}),
		section(
			'in',
			{ es: 'Qué entra', en: 'What comes in' },
			{
				es: 'Mensajes, y seguimientos cuya hora llegó.',
				en: 'Messages, and follow-ups whose time has come.',
			},
			[-40, 240],
			{ height: 980 },
		),
		section(
			'agent',
			{ es: 'El agente responde', en: 'The agent answers' },
			{
				es: 'Solo a mensajes con texto. El cliente ve que fue leído y que alguien escribe.',
				en: 'Only to messages with text. The customer sees that it was read and that somebody writes.',
			},
			[220, 900],
			{ height: 560 },
		),
		section(
			'follow-up',
			{ es: 'El seguimiento', en: 'The follow-up' },
			{
				es: 'Se planea con cada mensaje y se decide cuando llega su hora.',
				en: 'Planned with each message and decided when its time has come.',
			},
			[220, 900],
			{ y: 420, height: 400 },
		),
	],
	nodes: [
		messageTrigger([20, 60], {
			es: 'Hola, ¿qué incluye el servicio de instalación?',
			en: 'Hello, what does the installation service include?',
		}),
		dueTrigger([20, 600]),
		filterNode(
			'readable',
			{ es: 'Si tiene texto', en: 'If it has text' },
			[280, 60],
			[{ left: '={{ $json.event.message?.text }}', operation: 'notEmpty' }],
		),
		packageNode(
			'metaMessaging',
			'seen',
			{ es: 'Marcar como leído', en: 'Mark as read' },
			[460, 60],
			{ resource: 'message', operation: 'markAsRead', conversation, typing: true },
			// Blue ticks are a courtesy: the answer goes out without them too.
			{ more: { onError: 'continueRegularOutput' } },
		),
		langchain('agent', 2, 'agent', { es: 'Agente', en: 'Agent' }, [660, 60], {
			promptType: 'define',
			text: "={{ $('@readable').item.json.event.message.text }}",
			options: {
				systemMessage: {
					es: 'Eres quien atiende los mensajes de una empresa de instalación y mantenimiento para hogares. Responde en el idioma del cliente, de tú, con amabilidad y en tres frases como máximo. Si no sabes algo, dilo y ofrece que una persona del equipo responda. No inventes precios, fechas ni enlaces.',
					en: 'You answer the messages of a company for installation and maintenance at home. Answer in the language of the customer, friendly, in three sentences at most. If you do not know something, say so and offer that a person of the team will answer. Make up no prices, dates or links.',
				},
			},
		}),
		packageNode(
			'metaMessaging',
			'reply',
			{ es: 'Responder', en: 'Answer' },
			[980, 60],
			{
				...{ resource: 'message', operation: 'sendText', conversation },
				...{ text: '={{ $json.output }}', whenTooLong: 'cut' },
			},
			{ more: { onError: 'continueRegularOutput' } },
		),
		langchain('lmChatOpenAi', 1.2, 'model', { es: 'Modelo', en: 'Model' }, [560, 260], {
			...{ model: { __rl: true, mode: 'id', value: 'gpt-5-mini' }, options: {} },
		}),
		langchain('memoryBufferWindow', 1.3, 'memory', { es: 'Memoria', en: 'Memory' }, [760, 260], {
			...{ sessionIdType: 'customKey', sessionKey: conversation, contextWindowLength: 20 },
		}),
		evaluateNode([460, 600], {
			decideBy: 'connectedModel',
			followUps: [
				{
					name: { es: 'Retomar la conversación - 5 horas', en: 'Take up the conversation - 5 hours' },
					...{ colour: 'blue', delay: 5 },
					description: {
						es: 'Enviar seguimiento cuando el cliente preguntó por un servicio, recibió respuesta y dejó la conversación sin cerrar',
						en: 'Send a follow-up when the customer asked about a service, got an answer and left the conversation open',
					},
					instructions: {
						es: 'Retoma lo último que se habló y haz una sola pregunta.',
						en: 'Take up what was said last and ask a single question.',
					},
				},
			],
			stop: {
				es: 'Detener cuando el cliente agenda, se despide, pide hablar con una persona o dice que no le interesa',
				en: 'Stop when the customer books, says goodbye, asks to talk to a person or is not interested',
			},
		}),
		keepNode([800, 520]),
		sendNode([800, 680]),
	],
	wires: [
		...line('arrives', 'readable', 'seen', 'agent', 'reply'),
		...line('arrives', 'evaluate', 'keep'),
		...line('due', 'evaluate'),
		{ from: 'evaluate', to: 'send', output: 1 },
		{ from: 'model', to: 'agent', kind: 'ai_languageModel' },
		{ from: 'model', to: 'evaluate', kind: 'ai_languageModel' },
		{ from: 'memory', to: 'agent', kind: 'ai_memory' },
	],
};
