import * as z from 'zod4';
import { AdvisedError } from '../../messaging/advised-error.ts';

const rate = z.number('must be a number').min(0, 'must be 0 or more');

const rateTable = z.strictObject({
	/** From when the rates hold. */
	date: z.iso.date('must be a date such as 2026-10-01'),
	source: z.string().trim().min(1, 'is empty: say where the rates are from'),
	currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as USD'),
	/** By ISO 3166 country code, then by category. */
	rates: z.record(
		z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as CO'),
		z.strictObject({
			marketing: rate.optional(),
			utility: rate.optional(),
			authentication: rate.optional(),
			service: rate.optional(),
		}),
	),
});

/** What Meta bills for a delivered WhatsApp message, by country and category. A rate that is missing is unknown. */
export type RateTable = z.output<typeof rateTable>;
export type RateCategory = 'marketing' | 'utility' | 'authentication' | 'service';

/**
 * The rates that come with this package: only what could be read, and as sure as its source. Whoever wants to know more puts
 * in the figures of their own rate card. Meta changes prices on the first of January, April, July and October.
 */
export const RATE_TABLE: RateTable = {
	date: '2026-10-01',
	source:
		'A copy of the rate card in dirhams (tobachat/whatsapp-api-rates), at the fixed 3.6725 a dollar; not checked against the card of Meta; read 2026-12-01',
	currency: 'USD',
	rates: {
		AR: { marketing: 0.0618, utility: 0.026, authentication: 0.026, service: 0.026 },
		BD: { marketing: 0.0732, utility: 0.0037, authentication: 0.0037, service: 0.0037 },
		BR: { marketing: 0.0625, utility: 0.0068, authentication: 0.0068, service: 0.0068 },
		CL: { marketing: 0.0889, utility: 0.02, authentication: 0.02, service: 0.02 },
		CO: { marketing: 0.0125, utility: 0.0008, authentication: 0.0008, service: 0.0008 },
		EG: { marketing: 0.0644, utility: 0.0036, authentication: 0.0036 },
	},
};

/** What is wrong with a rate table: one line per field. */
export class RateTableError extends AdvisedError {
	override readonly name = 'RateTableError';

	constructor(readonly problems: string[]) {
		super(`The rate table cannot be used: ${problems.join('; ')}`, 'Correct what it names; nothing was sent');
	}
}

/**
 * Checks a rate table that a user gives as JSON, text or object.
 * @throws RateTableError naming every field.
 */
export function parseRateTable(given: unknown): RateTable {
	let json = given;
	if (typeof given === 'string') {
		try {
			json = JSON.parse(given);
		} catch (error) {
			throw new RateTableError([`it is no JSON (${(error as Error).message})`]);
		}
	}
	const parsed = rateTable.safeParse(json);
	if (parsed.success) return parsed.data;
	throw new RateTableError(parsed.error.issues.map(describe));
}

function describe(issue: z.core.$ZodIssue): string {
	// What is wrong with a key stands one level deeper.
	const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
	return issue.path.length > 0 ? `${issue.path.join('.')} ${message}` : message;
}
