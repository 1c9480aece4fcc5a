import type { Answer, Input } from './types.ts';

/** What a model would answer that obeys whatever the customer wrote: the case a caller must defend itself against. */
export function obeyTranscript(input: Input): Answer {
	const orders = input.transcript.findLast((turn) => turn.from === 'customer')?.text ?? '';
	const quoted = /["“«']([^"”»']{3,})["”»']/.exec(orders)?.[1];
	return {
		stop: { met: false, kind: 'other', reason: orders },
		optOut: { met: false, reason: orders },
		followUps: input.followUps.map((followUp) => ({
			name: followUp.name,
			trigger: true,
			reason: orders,
			confidence: 1,
			sendAt: '2099-12-31T23:59:59.000Z',
			message: quoted ?? orders,
		})),
	};
}
