import type { EvalCase } from '../eval-case.ts';
import { LANGUAGES } from '../eval-case.ts';
import talk from './talk.json';

/** How a conversation goes on after the business has asked; silence most often, as in life. */
const ENDS = ['silence', 'opt_out', 'silence', 'attack', 'silence', 'stop'] as const;
const CHANNELS = ['whatsapp', 'instagram', 'messenger'] as const;
const SAID_AT = Date.parse('2026-11-24T09:00:00-05:00');
const MINUTE_MS = 60_000;

/** Conversations put together from a few parts, each time the same: for reading what a model makes of many. */
export function moreCases(count: number): EvalCase[] {
	return Array.from({ length: count }, (_, index) => madeUp(index));
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function madeUp(index: number): EvalCase {
	const language = at(LANGUAGES, index);
	const { stopCondition, followUp, topics, ends } = talk[language];
	const round = Math.floor(index / LANGUAGES.length);
	const kind = at(ENDS, round);
	const turns = [...at(topics, round), ...at<string[]>(ends[kind], Math.floor(round / ENDS.length))];
	const stops = kind === 'opt_out' || kind === 'stop';
	return {
		id: `more-${index + 1}-${language}-${kind}`,
		...{ class: kind, language, channel: at(CHANNELS, round), timeZone: 'America/New_York' },
		now: '2026-11-24T15:00:00-05:00',
		...{ stopCondition, followUps: [followUp] },
		conversation: turns.map((text, place) => ({
			at: new Date(SAID_AT + place * MINUTE_MS).toISOString(),
			from: place === 1 ? 'business' : 'customer',
			text,
		})),
		expected: { stop: stops, trigger: { [followUp.name]: !stops } },
	};
}
