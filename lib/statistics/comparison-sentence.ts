import type { HoldOutComparison } from './types.ts';

type Compared = Omit<HoldOutComparison, 'sentence'>;

/** What a comparison means, in a sentence that a person reads. */
export function comparisonSentence(compared: Compared): HoldOutComparison['sentence'] {
	return { en: english(compared), es: spanish(compared) };
}

function english(compared: Compared): string {
	const { enough, state } = compared;
	const { sent, heldOut, by, between } = figures(compared, 'en');
	switch (state) {
		case 'no_hold_out':
			return 'No conversations are held out, so the effect of the follow-ups is not measured';
		case 'not_enough_data':
			return `Not enough data yet: ${enough.have} of about ${enough.need} held-out conversations`;
		case 'no_clear_difference':
			return `No clear difference: ${sent} replied with a follow-up, ${heldOut} without one (difference between ${between} percentage points)`;
		case 'better':
			return `Follow-ups bring more replies: ${sent} with one, ${heldOut} without one, ${by} percentage points more (between ${between})`;
		case 'worse':
			return `Follow-ups bring fewer replies: ${sent} with one, ${heldOut} without one, ${by} percentage points fewer (difference between ${between})`;
	}
}

function spanish(compared: Compared): string {
	const { enough, state } = compared;
	const { sent, heldOut, by, between } = figures(compared, 'es');
	switch (state) {
		case 'no_hold_out':
			return 'No hay conversaciones en el grupo de control, así que no se mide el efecto de los seguimientos';
		case 'not_enough_data':
			return `Todavía no hay datos suficientes: ${enough.have} de unas ${enough.need} conversaciones en el grupo de control`;
		case 'no_clear_difference':
			return `No hay una diferencia clara: respondió el ${sent} con seguimiento y el ${heldOut} sin él (diferencia entre ${between} puntos porcentuales)`;
		case 'better':
			return `Los seguimientos traen más respuestas: ${sent} con seguimiento y ${heldOut} sin él, ${by} puntos porcentuales más (entre ${between})`;
		case 'worse':
			return `Los seguimientos traen menos respuestas: ${sent} con seguimiento y ${heldOut} sin él, ${by} puntos porcentuales menos (diferencia entre ${between})`;
	}
}

const AND = { en: ' and ', es: ' y ' };

function figures({ sent, heldOut, replyLift }: Compared, language: 'en' | 'es') {
	const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
	const percent = (share = 0) => `${number.format(share * 100)} %`;
	const points = (share = 0) => number.format(share * 100);
	const { low, high } = replyLift?.interval ?? {};
	return {
		sent: percent(sent.reply.rate),
		heldOut: percent(heldOut.reply.rate),
		by: points(Math.abs(replyLift?.difference ?? 0)),
		between: [low, high].map(points).join(AND[language]),
	};
}
