import type { GuideStep } from '../../../../sandbox/guide/guide.ts';
import type { Language } from '../../options.ts';
import { ownFollowUp } from './own-follow-up.ts';
import type { StepInput, Steps } from './step-input.ts';

const WORDS = {
	es: {
		write: 'Escribe como cliente',
		writeText: 'Toca el texto: si todavía no hay cliente, crea uno. Después envíalo desde el teléfono.',
		plan: 'Mira el plan',
		planText:
			'Abajo aparece «Planeado» con su hora. Hasta aquí solo contaron las reglas: todavía no se consultó a la IA.',
		answer: 'Responde como negocio',
		answerText: 'Sale como mensaje de una persona, no de la automatización.',
		silence: 'Ahora, silencio',
		silenceText:
			'Espera o adelanta el reloj de la demo: cuando llega la hora, la IA lee la conversación y decide.',
		waits: '«{name}» espera {delay} de silencio{note}.',
		shortened: ' (acortado para la demo)',
		faster: ' (aquí, {real})',
		reply: 'Contesta al seguimiento',
		replyText: 'Lo que estaba pendiente de este silencio termina al instante.',
		stop: 'Mira cómo se detiene',
		stopText:
			'Cierra la conversación como negocio y adelanta hasta el próximo seguimiento: la IA lee que ya se logró, se cumple la condición de detención y no sale nada.',
		again: 'Y si no hay silencio, no hay seguimiento',
		againText:
			'Con otro cliente, escribe, mira que queda planeado y escribe de nuevo: lo pendiente se cancela.',
	},
	en: {
		write: 'Write as the customer',
		writeText: 'Press the text: if there is no customer yet, create one. Then send it from the phone.',
		plan: 'See the plan',
		planText:
			'“Planned” appears below with its time. So far only the rules have spoken: the AI has not been asked yet.',
		answer: 'Answer as the business',
		answerText: 'It goes out as a message of a person, not of the automation.',
		silence: 'Now, silence',
		silenceText:
			'Wait, or put the demo’s clock forward: when its time comes, the AI reads the conversation and decides.',
		waits: '“{name}” waits for {delay} of silence{note}.',
		shortened: ' (shortened for the demo)',
		faster: ' (here, {real})',
		reply: 'Answer the follow-up',
		replyText: 'What was still pending of this silence ends at once.',
		stop: 'See how it stops',
		stopText:
			'Close the conversation as the business and skip to the next follow-up: the AI reads that the goal is reached, the stop condition is met, and nothing goes out.',
		again: 'No silence, no follow-up',
		againText:
			'As another customer, write, see that it is planned, and write again: what is pending is cancelled.',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** From the first message to the follow-up that arrives. */
export const untilItArrives: Steps = (input) => {
	const { scenario } = input;
	const words = WORDS[input.lang];
	return [
		{
			title: words.write,
			text: words.writeText,
			write: { who: 'customer', text: scenario.customer },
			until: 'in',
		},
		{ title: words.plan, text: words.planText, until: 'planned' },
		{
			title: words.answer,
			text: words.answerText,
			write: { who: 'business', text: scenario.business },
			until: 'answer',
		},
		{ title: words.silence, text: [waits(input), words.silenceText].join(' ').trim(), until: 'sent' },
	];
};

/** A conversation to its end, another one that needs no follow-up, and a follow-up of one's own. */
export const conversation: Steps = (input) => {
	const { scenario } = input;
	const words = WORDS[input.lang];
	const after: GuideStep[] = [
		{
			title: words.reply,
			text: words.replyText,
			write: { who: 'customer', text: scenario.yes },
			until: 'replied',
		},
		{
			title: words.stop,
			text: words.stopText,
			write: { who: 'business', text: scenario.closing },
			until: 'ended',
			code: 'stopped_goal',
		},
		{
			title: words.again,
			text: words.againText,
			write: { who: 'other', text: scenario.customer },
			until: 'ended',
			code: 'cancelled_reply',
		},
	];
	return [...untilItArrives(input), ...after, ...ownFollowUp(input)];
};

function waits({ lang, followUp }: StepInput): string {
	if (!followUp) return '';
	const words = WORDS[lang];
	const { name, delay, real, isShortened } = followUp;
	const note = isShortened ? words.shortened : real ? words.faster.replace('{real}', real) : '';
	// By functions: a name may hold what stands for a gap.
	return words.waits.replace(
		/\{(name|delay|note)\}/g,
		(_gap, key: 'name' | 'delay' | 'note') => ({ name, delay, note })[key],
	);
}
