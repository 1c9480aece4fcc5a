import type { Decision } from '../../lib/index.ts';
import type { EvalCase } from './eval-case.ts';

export interface Verdict {
	right: boolean;
	/** What is wrong, in short words. */
	wrong: string[];
	/** The expensive error: something goes to a customer that should not. */
	falseSend: boolean;
}

/** Compares what the engine let through with what a person would have decided. */
export function judge({ expected, class: kind }: EvalCase, decisions: Decision[]): Verdict {
	const verdicts = decisions.map((decision) => judgeOne(expected, kind === 'opt_out', decision));
	const wrong = verdicts.flatMap((one) => one.wrong);
	return { right: wrong.length === 0, wrong, falseSend: verdicts.some((one) => one.falseSend) };
}

type Expected = EvalCase['expected'];

function judgeOne(
	expected: Expected,
	isOptOut: boolean,
	decision: Decision,
): Pick<Verdict, 'wrong' | 'falseSend'> {
	const { action, code, followUpId } = decision;
	const fits = !expected.stop && expected.trigger[followUpId] === true;
	const goes = action === 'send' || (action === 'wait' && code !== 'ai_retry');
	const found = (wrong: string[]) => wrong.map((what) => `${followUpId}: ${what} (${code})`);
	if (expected.stop) {
		if (action !== 'stop') return { wrong: found(['should have stopped']), falseSend: goes };
		// Only a wish to be left alone stands for later silences too.
		const wrong =
			isOptOut === (decision.optOut === true) ? [] : [isOptOut ? 'is an opt-out' : 'is no opt-out'];
		return { wrong: found(wrong), falseSend: false };
	}
	if (!fits) {
		const wrong = action === 'stop' ? ['should not have stopped'] : goes ? ['should not go'] : [];
		return { wrong: found(wrong), falseSend: goes };
	}
	if (!goes) return { wrong: found(['should go']), falseSend: false };
	const texts = textProblems(expected, decision);
	const times = timeProblems(expected, decision);
	const tooSoon = times.length > 0 && action === 'send';
	return {
		wrong: found([...times, ...texts]),
		falseSend: tooSoon || texts.some((what) => what.startsWith('says')),
	};
}

function timeProblems({ between }: Expected, { action, until }: Decision): string[] {
	if (!between) return [];
	if (action !== 'wait') return ['should wait'];
	const [from, to] = between.map((time) => Date.parse(time));
	const at = Date.parse(until ?? '');
	return from !== undefined && to !== undefined && at >= from && at <= to ? [] : [`waits until ${until}`];
}

function textProblems({ text = {} }: Expected, { content }: Decision): string[] {
	if (content?.kind !== 'text') return [];
	const matches = (pattern: string) => new RegExp(pattern, 'iu').test(content.text);
	return [
		...(text.mustNot ?? []).filter(matches).map((pattern) => `says ${pattern}`),
		...(text.must ?? []).filter((pattern) => !matches(pattern)).map((pattern) => `does not say ${pattern}`),
	];
}
