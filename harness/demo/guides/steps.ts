import type { GuideStep } from '../../../sandbox/guide/guide.ts';
import type { Language } from '../options.ts';
import type { Scenario } from './scenarios.ts';

interface StepInput {
	scenario: Scenario;
	/** The follow-up that comes first and how long it waits; how long that takes where time runs faster. */
	followUp?: { name: string; delay: string; real?: string; isShortened: boolean };
}

/** What to try, in the order in which the feed of the demo can tick it off. */
export const STEPS: Record<Language, (input: StepInput) => GuideStep[]> = { es: spanish, en: english };

function spanish({ scenario, followUp }: StepInput): GuideStep[] {
	const note = followUp?.isShortened
		? ' (acortado para la demo)'
		: followUp?.real
			? ` (aquí, ${followUp.real})`
			: '';
	const wait = followUp ? `«${followUp.name}» espera ${followUp.delay} de silencio${note}. ` : '';
	return [
		{
			title: 'Escribe como cliente',
			text: 'Crea un cliente con «Nuevo cliente» y envía su primer mensaje desde el teléfono.',
			write: { who: 'customer', text: scenario.customer },
			until: 'in',
		},
		{
			title: 'Mira el plan',
			text: 'Abajo aparece «Planeado» con su hora. Hasta aquí solo contaron las reglas: todavía no se consultó a la IA.',
			until: 'planned',
		},
		{
			title: 'Responde como negocio',
			text: 'Sale como mensaje de una persona, no de la automatización.',
			write: { who: 'business', text: scenario.business },
			until: 'answer',
		},
		{
			title: 'Ahora, silencio',
			text: `${wait}Espera o adelanta el reloj de la demo: cuando llega la hora, la IA lee la conversación y decide.`,
			until: 'sent',
		},
		{
			title: 'Contesta al seguimiento',
			write: { who: 'customer', text: scenario.yes },
			until: 'replied',
		},
		{
			title: 'Y si no hay silencio, no hay seguimiento',
			text: 'Con otro cliente, escribe, mira que queda planeado y escribe de nuevo: lo pendiente se cancela al instante.',
			write: { who: 'customer', text: scenario.customer },
			until: 'ended',
		},
	];
}

function english({ scenario, followUp }: StepInput): GuideStep[] {
	const note = followUp?.isShortened
		? ' (shortened for the demo)'
		: followUp?.real
			? ` (here, ${followUp.real})`
			: '';
	const wait = followUp ? `“${followUp.name}” waits for ${followUp.delay} of silence${note}. ` : '';
	return [
		{
			title: 'Write as the customer',
			text: 'Create a customer with “New customer” and send the first message from the phone.',
			write: { who: 'customer', text: scenario.customer },
			until: 'in',
		},
		{
			title: 'See the plan',
			text: '“Planned” appears below with its time. So far only the rules have spoken: the AI has not been asked yet.',
			until: 'planned',
		},
		{
			title: 'Answer as the business',
			text: 'It goes out as a message of a person, not of the automation.',
			write: { who: 'business', text: scenario.business },
			until: 'answer',
		},
		{
			title: 'Now, silence',
			text: `${wait}Wait, or put the demo’s clock forward: when its time comes, the AI reads the conversation and decides.`,
			until: 'sent',
		},
		{
			title: 'Answer the follow-up',
			write: { who: 'customer', text: scenario.yes },
			until: 'replied',
		},
		{
			title: 'No silence, no follow-up',
			text: 'As another customer, write, see that it is planned, and write again: what is pending is cancelled at once.',
			write: { who: 'customer', text: scenario.customer },
			until: 'ended',
		},
	];
}
