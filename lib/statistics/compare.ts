import { comparisonSentence } from './comparison-sentence.ts';
import { difference, rateOf } from './intervals.ts';
import { heldOutNeeded, roundedUp } from './sample-size.ts';
import type { Arm, ComparisonState, HoldOutComparison, Lift } from './types.ts';

/** How many conversations of one side there are, and what they did. */
export interface ArmCounts {
	conversations: number;
	/** Those whose reply time is over, and how many of them wrote in it. */
	watchedForReply: number;
	replied: number;
	/** Those whose conversion time is over, and how many of them were marked as converted in it. */
	watchedForConversion: number;
	converted: number;
}

export interface ComparisonCounts {
	chatbot: string;
	comparedFrom?: string;
	sent: ArmCounts;
	heldOut: ArmCounts;
}

/** A guess of how many reply without a follow-up; a few early conversations must not make it 0 or 100 %. */
const BASE_AT_LEAST = 0.05;
const BASE_AT_MOST = 0.95;

/** Compares those who got a follow-up with those held out, and judges only when there is enough to judge by. */
export function compare(counts: ComparisonCounts, detectableDifference: number): HoldOutComparison {
	const [sent, heldOut] = [armOf(counts.sent), armOf(counts.heldOut)];
	const replyLift = difference(sent.reply, heldOut.reply);
	const conversionLift = difference(sent.conversion, heldOut.conversion);
	const need = heldOutToJudge(sent, heldOut, detectableDifference);
	const compared = {
		...{ chatbot: counts.chatbot, sent, heldOut },
		...(counts.comparedFrom ? { comparedFrom: counts.comparedFrom } : {}),
		...(replyLift ? { replyLift } : {}),
		...(conversionLift ? { conversionLift } : {}),
		state: stateOf(sent, heldOut, replyLift, need),
		enough: { have: heldOut.reply.of, need: roundedUp(need) },
	};
	return { ...compared, sentence: comparisonSentence(compared) };
}

function armOf(counts: ArmCounts): Arm {
	return {
		conversations: counts.conversations,
		reply: rateOf(counts.replied, counts.watchedForReply),
		conversion: rateOf(counts.converted, counts.watchedForConversion),
	};
}

/** With the sizes of the groups in the proportion they have now. */
function heldOutToJudge({ reply: sent }: Arm, { reply: heldOut }: Arm, detectable: number): number {
	const of = sent.of + heldOut.of;
	const seen = of === 0 ? 0.5 : (sent.count + heldOut.count) / of;
	const base = Math.min(BASE_AT_MOST, Math.max(BASE_AT_LEAST, seen));
	const ratio = sent.of > 0 && heldOut.of > 0 ? sent.of / heldOut.of : 1;
	return heldOutNeeded({ base, difference: detectable, ratio });
}

function stateOf(sent: Arm, heldOut: Arm, lift: Lift | undefined, need: number): ComparisonState {
	if (heldOut.conversations === 0) return 'no_hold_out';
	// Looking every day and stopping at the first lucky one would find differences that are not there.
	if (!lift || heldOut.reply.of < need) return 'not_enough_data';
	if (lift.interval.low > 0) return 'better';
	return lift.interval.high < 0 ? 'worse' : 'no_clear_difference';
}
