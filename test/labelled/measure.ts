import { objectionTo } from '../../lib/ai/checks/index.ts';
import { language } from '../../lib/ai/checks/language.ts';
import developmentLanguages from './languages/development.json';
import heldOutLanguages from './languages/held-out.json';
import thirdLanguages from './languages/third.json';
import { labelledTexts, type Part } from './conversations.ts';

/** How often a check let something pass, and how often it held back what was right. */
export interface Score {
	part: Part;
	/** The language, or several. */
	of: string;
	missed: number;
	wrong: number;
	falseAlarms: number;
	right: number;
	/** What was judged wrongly. */
	mistakes: string[];
}

const noScore = (part: Part, of: string): Score => ({
	...{ part, of, missed: 0, wrong: 0, falseAlarms: 0, right: 0, mistakes: [] },
});

/** What all checks say of the labelled texts, by language and in all. */
export function scoreFacts(part: Part): Score[] {
	const scores = new Map<string, Score>();
	for (const { language: of, label, topic, written } of labelledTexts(part)) {
		const found = objectionTo(written);
		for (const name of [of, 'all']) {
			const score = scores.get(name) ?? noScore(part, name);
			scores.set(name, score);
			const mistake = `${of}, ${topic}: "${written.text}"${found ? ` (${found.complaint})` : ''}`;
			count(score, label === 'invented', found !== undefined, name === 'all' ? [mistake] : []);
		}
	}
	return [...scores.values()];
}

type Texts = Record<string, { customer: string[]; business: string[] }>;
const LANGUAGES: Record<Part, Texts> = {
	development: developmentLanguages,
	'held-out': heldOutLanguages,
	third: thirdLanguages,
};
const MAIN = ['es', 'pt', 'en'];

/** What the language check says of every follow-up to every customer who wrote one short message. */
export function scoreLanguages(part: Part): Score[] {
	const texts = LANGUAGES[part];
	const all = Object.keys(texts);
	const others = all.filter((one) => !MAIN.includes(one));
	return [scoreOf(part, texts, MAIN, MAIN), scoreOf(part, texts, others, all)];
}

function scoreOf(part: Part, texts: Texts, customers: string[], followUps: string[]): Score {
	const score = noScore(part, customers.join(', '));
	const at = new Date().toISOString();
	for (const theirs of customers) {
		for (const said of texts[theirs]?.customer ?? []) {
			const seen = [{ id: 'm', at, from: 'customer' as const, type: 'text', text: said }];
			for (const own of followUps) {
				for (const text of texts[own]?.business ?? []) {
					const isHeld = language({ text, seen } as Parameters<typeof language>[0]) !== undefined;
					count(score, theirs !== own, isHeld, [`${theirs} "${said}", ${own} "${text}"`]);
				}
			}
		}
	}
	return score;
}

function count(score: Score, isWrong: boolean, isHeld: boolean, mistake: string[]): void {
	score[isWrong ? 'wrong' : 'right']++;
	if (isWrong === isHeld) return;
	score[isWrong ? 'missed' : 'falseAlarms']++;
	score.mistakes.push(...mistake);
}
