import { ANSWER_JSON_SCHEMA } from './answer.ts';
import type { ModelRequest } from './decision-model.ts';
import { FRAME } from './frame.ts';

const DOCUMENT = {
	now: '2026-01-15T10:00:00-05:00',
	...{ weekday: 'Thursday', timeZone: 'America/Bogota', channel: 'whatsapp' },
	stopWhen: 'The customer says goodbye',
	followUps: [
		{
			...{ name: 'Greeting', description: 'The customer asked for the opening hours' },
			...{ writeMessage: false, chooseTime: false },
		},
	],
	transcript: [{ at: '2026-01-15T08:00', from: 'customer', text: 'Hola' }],
};

/**
 * Asked like any other, with nothing of a customer or of the chatbot in it: a server that refuses it refuses everything.
 */
export const HARMLESS_QUESTION: ModelRequest = {
	system: FRAME,
	user: JSON.stringify(DOCUMENT),
	schema: ANSWER_JSON_SCHEMA,
};
