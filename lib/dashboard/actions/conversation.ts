import { RefusedError } from '../../messaging/refused-error.ts';
import { unknownConversation } from '../../store/manage/change-conversation.ts';
import type { Action } from './action.ts';
import { nameOf } from './name-of.ts';

const DAY_MS = 24 * 60 * 60_000;
const CONSENT_MAX = 300;

/** What can be done for one customer. A second person who presses the same button is told that it was so before. */
export const CONVERSATION_ACTIONS = {
	pause: async (store, [key = ''], now, field) => {
		const days = Number(field('days')) || 0;
		const until = days > 0 ? { until: new Date(now.getTime() + days * DAY_MS) } : {};
		const { ended, changed } = await store.pauseConversation({ key }, until, now);
		const name = await nameOf(store, key);
		return changed ? { kind: 'paused', name, count: ended } : { kind: 'asBefore', what: 'paused', name };
	},
	resume: async (store, [key = ''], now) => {
		const { changed } = await store.resumeConversation({ key }, now);
		const name = await nameOf(store, key);
		return changed ? { kind: 'resumed', name } : { kind: 'asBefore', what: 'resumed', name };
	},
	optOut: async (store, [key = ''], now, field) => {
		const scope = field('scope') === 'marketing' ? 'marketing' : 'all';
		const { ended, changed } = await store.optOut({ key }, scope, now);
		const name = await nameOf(store, key);
		return changed ? { kind: 'optedOut', name, count: ended } : { kind: 'asBefore', what: 'optedOut', name };
	},
	optIn: async (store, [key = ''], now, field) => {
		const consent = field('consent').slice(0, CONSENT_MAX);
		if (consent === '')
			throw new RefusedError('The consent is missing', 'Write down when and how they agreed', {
				code: 'noConsent',
			});
		const { conversation, changed } = await store.optIn({ key }, consent, now);
		const name = await nameOf(store, key);
		// What the customer stopped at Meta itself stays stopped.
		if (conversation.marketingOptedOutAt) return { kind: 'onlyTheCustomer', name };
		return changed ? { kind: 'optedIn', name } : { kind: 'asBefore', what: 'optedIn', name };
	},
	convert: async (store, [key = '', before = ''], now, field) => {
		const given = field('value').replace(/\s/g, '');
		const currency = field('currency').toUpperCase();
		const value = amountOf(given);
		const reference = `dashboard:${before}`;
		const sold = value === undefined ? { reference } : { reference, value, currency: currency || undefined };
		const { ended, changed } = await store.markConverted({ key }, sold, now);
		const name = await nameOf(store, key);
		return changed ? { kind: 'sold', name, count: ended } : { kind: 'asBefore', what: 'sold', name };
	},
	cancelAll: async (store, [key = ''], now) => {
		if (!(await store.conversation(key))) throw unknownConversation(key);
		const count = await store.cancel(key, {}, now);
		const name = await nameOf(store, key);
		return count > 0
			? { kind: 'cancelledAll', name, count }
			: { kind: 'asBefore', what: 'cancelledAll', name };
	},
	forget: async (store, [key = ''], now, field) => {
		const name = await nameOf(store, key);
		await store.deleteConversation({ key }, { keepOptOut: field('keepOptOut') === 'yes' }, now);
		return { kind: 'forgotten', name };
	},
} satisfies Record<string, Action>;

/** An amount as people write it: `45000`, `45.000` or `45,50`. */
function amountOf(given: string): number | undefined {
	if (given === '') return undefined;
	// Three figures behind every point or comma are thousands; what stands behind a last one of two is a part.
	const thousands = /^\d{1,3}([.,]\d{3})+$/.test(given) ? given.replace(/[.,]/g, '') : given;
	const parts = thousands.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
	if (/^\d+(\.\d+)?$/.test(parts)) return Number(parts);
	throw new RefusedError(`"${given}" is not an amount`, 'Give a number, e.g. 45000', {
		code: 'badAmount',
		values: { value: given },
	});
}
