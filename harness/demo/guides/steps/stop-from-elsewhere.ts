import { NOTICE_KEY } from '../../credentials.ts';
import type { Language } from '../../options.ts';
import { untilItArrives } from './conversation.ts';
import type { Steps } from './step-input.ts';

const WORDS = {
	es: {
		pay: 'Llega el pago',
		payText:
			'Otro sistema avisa que este cliente pagó. Ejecútalo en otra terminal: lo pendiente termina al instante.',
		notYet: 'Espera a que n8n esté listo: arriba lo dice.',
		look: 'Míralo en el tablero',
		lookText: 'En Resultados, la conversación cuenta como lograda, con su valor.',
		open: 'Abrir los resultados',
	},
	en: {
		pay: 'The payment comes in',
		payText:
			'Another system tells that this customer has paid. Run it in another terminal: what is pending ends.',
		notYet: 'Wait until n8n is ready: it is said above.',
		look: 'See it on the dashboard',
		lookText: 'Under Results the conversation counts as converted, with its value.',
		open: 'Open the results',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** A customer is planned for and pays elsewhere. `{contact}` is filled in on the page. */
export const stopFromElsewhere: Steps = (input) => {
	const words = WORDS[input.lang];
	const { n8n, dashboard } = input.places;
	const [write, plan] = untilItArrives(input);
	const hook = input.workflow.nodes.find(({ type }) => type.endsWith('.webhook'));
	const payment = {
		event: 'payment',
		phone: '+{contact}',
		amount: 120,
		currency: 'USD',
		reference: 'order-1',
	};
	const command = `curl ${n8n}/webhook/${String(hook?.parameters.path)} -H '${NOTICE_KEY.name}: ${NOTICE_KEY.value}' -H 'content-type: application/json' -d '${JSON.stringify(payment)}'`;
	return [
		...[write, plan].filter((step) => step !== undefined),
		n8n
			? { title: words.pay, text: words.payText, command, until: 'ended' }
			: { title: words.pay, text: `${words.notYet} ${words.payText}`, until: 'ended' },
		{
			title: words.look,
			text: words.lookText,
			link: { label: words.open, url: `${dashboard}?lang=${input.lang}&view=statistics` },
		},
	];
};
