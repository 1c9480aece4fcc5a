import { AdvisedError } from '../../messaging/advised-error.ts';
import type { Channel } from '../../messaging/channel.ts';
import { effectOfError } from '../../messaging/errors/effect.ts';
import type { GraphResponse } from './graph-request.ts';
import { errorIn } from './read-answer.ts';

/** Meta refused a request that is not a message; the message says what was found, `advice` what to do. */
export class GraphError extends AdvisedError {
	override readonly name = 'GraphError';

	constructor(
		message: string,
		advice: string,
		readonly code?: number,
		readonly subcode?: number,
	) {
		super(message, advice);
	}

	/** Reads the refusal in an answer. */
	static from(channel: Channel, response: GraphResponse): GraphError {
		const error = errorIn(response);
		if (!error)
			return new GraphError(
				`Meta answered with HTTP ${response.status} and no error code`,
				'Check the Graph Base URL and the Graph Version in the Meta Messaging API credential',
			);
		const { code, subcode, message } = error;
		const { advice } = effectOfError(channel, error, { from: 'answer' });
		return new GraphError(`Meta refused the request (code ${code}): ${message}`, advice, code, subcode);
	}
}
