import { ERROR_ROWS } from '../../messaging/errors/table.ts';
import { readPauseReason } from '../../messaging/errors/pause-reason.ts';
import { errorsEs } from '../../messaging/errors/errors-es.ts';
import { STOP_CODES } from '../../follow-up/stop-kind.ts';
import { REASONS, REASONS_ES, type Reason, type ReasonCode } from '../../follow-up/reasons/index.ts';

type Found = Record<string, string>;

/** How a sentence that says more than the general one is told in Spanish. */
type Reader = [sentence: RegExp, inSpanish: (found: Found) => string];

/** Words of a model or of a person: they stand as they are, in whatever language they were written. */
const OWN_WORDS: readonly ReasonCode[] = [
	'not_triggered',
	...STOP_CODES,
	'opted_out_by_model',
	'ai_asked_to_wait',
];

const STATUSES: Readonly<Record<string, string>> = {
	paused: 'en pausa',
	pending: 'en revisión',
	in_appeal: 'en apelación',
	rejected: 'rechazada',
	disabled: 'desactivada',
	pending_deletion: 'por eliminarse',
	deleted: 'eliminada',
	limit_exceeded: 'fuera del límite',
};

const UNITS: Readonly<Record<string, string>> = { bytes: 'bytes', characters: 'caracteres' };

/** One entry for each exact sentence that the engine writes; what stands in it is a name, a number or a time. */
const READERS: readonly Reader[] = [
	[
		/^(?<platform>\w+) allows messages for 24 hours after the customer's last one, so it was moved from (?<from>\S+) to (?<to>\S+)$/,
		({ platform, from, to }) =>
			`${platform} permite mensajes hasta 24 horas después del último del cliente, así que se movió del ${from} al ${to}`,
	],
	[
		/^The follow-up is not meant for (?<platform>.+)$/,
		({ platform }) => `El seguimiento no es para ${platform}`,
	],
	[
		/of the WhatsApp template "(?<name>[^"]+)" is empty; Meta refuses that$/,
		({ name }) => `Un valor de la plantilla «${name}» está vacío y Meta la rechazaría`,
	],
	[
		/^The WhatsApp template "(?<name>[^"]+)" \((?<language>[^)]+)\) is (?<status>[^;,]+)[;,] (?<rest>.+)$/,
		({ name, language, status = '', rest = '' }) =>
			`La plantilla «${name}» (${language}) está ${STATUSES[status] ?? status}; ${
				rest.startsWith('only') ? 'solo se puede enviar una aprobada' : 'espera a que Meta la apruebe'
			}`,
	],
	[
		/^The customer has got (?<got>\d+) follow-ups in (?<days>\d+) days; at most (?<most>\d+) are allowed$/,
		({ got, days, most }) =>
			`El cliente ya recibió ${got} seguimientos en ${days} días; el máximo es ${most}`,
	],
	[
		/^The customer has not answered the last (?<got>\d+) follow-ups; after (?<most>\d+) in a row no more are sent$/,
		({ got, most }) =>
			`El cliente no ha respondido a los últimos ${got} seguimientos; después de ${most} seguidos no sale ninguno más`,
	],
	[
		/^The monthly budget of (?<budget>.+) is used up: (?<spent>.+) are spent and this message may cost (?<cost>.+)$/,
		({ budget, spent, cost }) =>
			`Se acabó el presupuesto mensual de ${budget}: van ${spent} y este mensaje puede costar ${cost}`,
	],
	[
		/^Meta accepted the message and holds it for a quality check$/,
		() => 'Meta aceptó el mensaje y lo retiene para revisar su calidad',
	],
	[
		/^The message was not sent: The text has (?<found>\d+) (?<unit>\w+); (?<platform>\w+) allows (?<most>\d+)\. Shorten it$/,
		({ found, unit = '', platform, most }) =>
			`No se envió: el texto tiene ${found} ${UNITS[unit] ?? unit} y ${platform} permite ${most}. Acórtalo`,
	],
	[/^The message was not sent: The text is empty/, () => 'No se envió: el texto está vacío'],
	[
		/^Meta refused the message \(code (?<code>\d+)\): (?<words>.+)$/s,
		({ code = '', words }) => `Meta rechazó el mensaje${fromMeta(code, words)}`,
	],
	[
		/^Meta did not deliver the message \(code (?<code>\d+): (?<words>.+)\)$/s,
		({ code = '', words }) => `Meta no entregó el mensaje${fromMeta(code, words)}`,
	],
	[/^Meta did not deliver the message$/, () => 'Meta no entregó el mensaje'],
	[
		/^Meta did not accept the message in (?<attempts>\d+) attempts/,
		({ attempts }) => `Meta no aceptó el mensaje en ${attempts} intentos`,
	],
	[
		/^Sending is paused for the account(?: with the credential "(?<credential>[^"]+)")?: (?<why>.+)$/s,
		({ credential, why = '' }) =>
			`El envío está en pausa para la cuenta${credential === undefined ? '' : ` con la credencial «${credential}»`}: ${pauseInSpanish(why)}`,
	],
	[
		/^The clock is (?<minutes>\d+) minutes (?<side>behind|ahead)/,
		({ minutes, side }) =>
			`El reloj está ${side === 'behind' ? 'atrasado' : 'adelantado'} ${minutes} minutos frente al de Meta, más que el margen de seguridad, así que espera hasta que esté bien`,
	],
	[/^It was cancelled: (?<note>.+)$/s, ({ note }) => `Se canceló: ${note}`],
	[/^The conversation is paused: (?<why>.+)$/s, ({ why }) => `La conversación está en pausa: ${why}`],
	[
		/^Another app owns the conversation and nobody has answered the customer, so the template went all the same/,
		() =>
			'Otra aplicación tiene la conversación y nadie le había respondido al cliente; la plantilla salió de todos modos',
	],
];

const MOVED_BEFORE = /^(?<main>.+) \(it had been moved: (?<before>.+)\)$/s;

/** A stored reason in Spanish: as exact as the sentence where that can be, never in English. */
export function sentenceEs({ code, sentence }: Reason): string {
	const general: string | undefined = REASONS_ES[code];
	if (general === undefined) return sentence || code;
	if (sentence === '' || sentence === REASONS[code]) return general;
	const moved = MOVED_BEFORE.exec(sentence)?.groups;
	if (moved) {
		const before = (moved.before ?? '').split('; ').map(generalEs).filter(Boolean);
		const main = sentenceEs({ code, sentence: moved.main ?? '' });
		return before.length > 0 ? `${main} (antes se había movido: ${before.join('; ')})` : main;
	}
	if (OWN_WORDS.includes(code)) return `${general} (${sentence})`;
	return exactEs(sentence) ?? general;
}

function exactEs(sentence: string): string | undefined {
	for (const [pattern, inSpanish] of READERS) {
		const found = pattern.exec(sentence);
		if (found) return inSpanish(found.groups ?? {});
	}
	return undefined;
}

const GENERAL = new Map(
	Object.entries(REASONS).map(([code, sentence]) => [sentence, REASONS_ES[code as ReasonCode]]),
);

const generalEs = (sentence: string): string => GENERAL.get(sentence) ?? exactEs(sentence) ?? '';

/** What Meta's code means; its own words, which are English, only where the code is unknown. */
function fromMeta(code: string, words = ''): string {
	const row = ERROR_ROWS.find((one) => String(one.code) === code);
	const meaning = row && errorsEs[row.meaning];
	if (!row || !meaning) return ` (código ${code}): ${words}`;
	const advice = errorsEs[row.advice];
	return `: ${meaning} (código ${code})${advice ? `. ${advice}` : ''}`;
}

/** Why an account is paused: what came from Meta in Spanish, what a person wrote as it is. */
export function pauseInSpanish(reason: string): string {
	const parts = readPauseReason(reason);
	const [meaning, advice] = [errorsEs[parts?.meaning ?? ''], errorsEs[parts?.advice ?? '']];
	if (!parts || meaning === undefined || advice === undefined) return reason;
	return `${meaning} (código ${parts.code}). ${advice}`;
}
