import { errorsEs } from '../../../lib/messaging/errors/errors-es.ts';

/** A sentence of the table in Spanish. A new one stops `npm run docs` until it is translated. */
export function errorTextInSpanish(english: string): string {
	const text = errorsEs[english];
	if (text === undefined) {
		throw new Error(
			`A sentence about an error of Meta has no Spanish yet: ${JSON.stringify(english)}. Add it to lib/messaging/errors/errors-es.ts.`,
		);
	}
	return text;
}
