import { folded } from '../facts/reading.ts';
import type { Check } from './check.ts';

/** What one fills in, in Spanish, Portuguese and English (no accents). */
const BLANK =
	'nombres?|nome|name|fecha|data|date|hora|horario|time|precio|preco|price|monto|valor|amount|enlace|link|url|telefono|telefone|phone|correo|email|empresa|negocio|business|company|producto|produto|product|servicio|servico|service|ciudad|cidade|city|direccion|endereco|address';
const OF =
	'(?:(?:tu|su|seu|sua|teu|your|el|la|o|a|the|insertar?|inserir|insert|aqui|here|del?|do|da|of)\\s){0,3}';
const WHOSE =
	'(?:\\s(?:(?:del?|do|da|de la|of the|of|here|aqui)\\s?)?(?:cliente|customer|client|usuario|user|empresa|negocio|tienda|loja|company|business)?)?';

/** What a model leaves behind when it had nothing to fill in, or when it writes silence as a text. */
const PLACEHOLDERS = [
	/\{\{[^{}]{0,80}\}\}|\[\[[^[\]]{0,80}\]\]|\{\{|\}\}|\[\[|\]\]/,
	/\{[\p{L}\p{N}_. ]{1,40}\}/u,
	/\[[\p{L}\p{N}_'’ /-]{2,60}\]/u,
	/<\/?[\p{L}_][^<>]{0,60}>/u,
	/%[\p{L}_][\p{L}\p{N}_. ]{0,30}%|%[sd]\b|\$\{|\$json\b|=\s?\$\p{L}/u,
	/(?<![\p{L}\p{N}$])\$[\p{L}_]{4,30}(?![\p{L}\p{N}$])/u,
	/(?<![\p{L}\p{N}])X{2,}(?![\p{L}\p{N}])|_{3,}|\.{4,}/u,
	/\b(?:NO_REPLY|NO_MESSAGE|SKIP|SILENCE)\b/,
	/^\s{0,9}(?:null|undefined|none|n\/a|nan)\s{0,9}$/i,
	/\bundefined\b|\[object /,
	/```/,
	/"(?:stop|followUps|trigger|sendAt|message)"\s{0,9}:/,
];
/** In brackets, told by what stands in them; looked for without accents. */
const IN_BRACKETS = new RegExp(`\\(\\s?${OF}(?:${BLANK})${WHOSE}\\s?\\)`, 'i');

/** A model that speaks of itself instead of for the business, or that announces the message instead of writing it. */
const ABOUT_ITSELF = [
	/\b(?:as|i am|i'm|im) (?:just )?an? (?:ai\b|artificial intelligence|(?:large )?language model)/,
	/\b(?:como|soy|sou) (?:so |solo |apenas )?(?:una? |um |uma )?(?:ia\b(?:,| no| nao)|inteligencia artificial|modelo de (?:lenguaje|linguagem))/,
	/\b(?:large )?language model\b|\bmodelo de (?:lenguaje|linguagem)\b/,
	/\b(?:i cannot|i can't|i can’t|i'm unable to|i am unable to) (?:assist|help|comply|write|generate|create|fulfil)/,
	/^(?:sure|claro|of course|certainly|por supuesto|okay|ok)?[!,.: ]{0,3}(?:here(?:'s|’s| is| are)|aqui (?:esta|tienes|te dejo|va|vai)|segue|a continuacion)\b[^:\n]{0,60}(?:message|mensaje|mensagem|follow-?up|seguimiento|text|texto|draft|borrador|rascunho)[^:\n]{0,30}:/,
	/^(?:message|mensaje|mensagem|subject|asunto|assunto|respuesta|resposta|answer|response)\s?:/,
];

/** Placeholders, tokens, pieces of the answer's own format, and the model's words about itself never reach a customer. */
export const leftovers: Check = ({ text }) => {
	const plain = folded(text);
	const placeholder = [...PLACEHOLDERS.map((pattern) => pattern.exec(text)), IN_BRACKETS.exec(plain)]
		.map((match) => match?.[0])
		.find((match) => match !== undefined);
	if (placeholder !== undefined) return `The message contains a placeholder: ${placeholder}`;
	if (!/[\p{L}\p{N}]/u.test(text) && !/\p{Extended_Pictographic}/u.test(text))
		return 'The message has no words.';
	return ABOUT_ITSELF.some((pattern) => pattern.test(plain))
		? 'The message speaks about the model or announces a message; write only what the business would say.'
		: undefined;
};
