import type { Check } from './check.ts';

/** What a model leaves behind when it had nothing to fill in, or when it writes silence as a text. */
const LEFTOVERS = [
	/\{\{[^{}]{0,80}\}\}|\[\[[^[\]]{0,80}\]\]|\{\{|\}\}|\[\[|\]\]/,
	/\{[\p{L}\p{N}_. ]{1,40}\}/u,
	/\[[\p{L}\p{N}_'’ /-]{2,60}\]/u,
	/<\/?[\p{L}_][^<>]{0,60}>/u,
	/%[sd]\b|\$\{/,
	/\b(?:X{3,}|_{3,}|\.{4,})/,
	/\b(?:NO_REPLY|NO_MESSAGE|SKIP|SILENCE)\b/,
	/^\s*(?:null|undefined|none|n\/a|nan)\s*$/i,
	/\bundefined\b|\[object /,
	/```/,
	/"(?:stop|followUps|trigger|sendAt|message)"\s*:/,
];

/** Placeholders, tokens and pieces of the answer's own format never reach a customer. */
export const leftovers: Check = ({ text }) => {
	const found = LEFTOVERS.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
	return found === undefined ? undefined : `The message contains a placeholder: ${found}`;
};
