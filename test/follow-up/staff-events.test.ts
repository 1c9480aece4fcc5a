import { givenUp, type OfSilence } from '../../lib/follow-up/staff-events.ts';
import { DAY, HOUR, after } from '../support/time.ts';

const sent = (at: number, chatbot = 'shop'): OfSilence => ({
	...{ chatbot, state: 'delivered', reasonCode: 'status_update', sentAt: after(at).getTime() },
});
const pending: OfSilence = { chatbot: 'shop', state: 'scheduled', reasonCode: 'planned', sentAt: null };
const endedBy = (reasonCode: OfSilence['reasonCode']): OfSilence => ({
	...pending,
	state: 'ended',
	reasonCode,
});

const ask = (followUps: OfSilence[], now = after(3 * DAY), maxUnanswered = 3) =>
	givenUp({ chatbot: 'shop', followUps, maxUnanswered, patienceMs: DAY, now });

test('a day after the last follow-up, with none to come, the customer is given up', () => {
	expect(ask([sent(0), sent(DAY)])).toEqual({ code: 'gave_up_last', since: after(DAY), unanswered: 2 });
	expect(ask([sent(0), sent(DAY)], after(2 * DAY - HOUR))).toBeUndefined();
});

test('with one to come nobody is given up, unless as many as are allowed went unanswered', () => {
	expect(ask([sent(0), pending])).toBeUndefined();
	expect(ask([sent(0), sent(HOUR), sent(DAY), pending])?.code).toBe('gave_up_limit');
	expect(ask([sent(0), sent(HOUR), sent(DAY), pending], after(3 * DAY), 0)).toBeUndefined();
});

test('follow-ups of other chatbots count among the unanswered ones', () => {
	expect(ask([sent(0, 'other'), sent(HOUR, 'other'), sent(DAY)])).toMatchObject({
		...{ code: 'gave_up_limit', unanswered: 3 },
	});
	expect(ask([sent(DAY, 'other')])).toBeUndefined();
});

test.each(['stopped', 'opted_out_by_model', 'converted', 'cancelled_by_user'] as const)(
	'who is left alone because of %s was not given up',
	(code) => expect(ask([sent(0), endedBy(code)])).toBeUndefined(),
);

test.each(['not_triggered', 'window_closed', 'unanswered_in_a_row', 'capped'] as const)(
	'a follow-up that ended by %s keeps nobody from being given up',
	(code) => expect(ask([sent(0), endedBy(code)])?.code).toBe('gave_up_last'),
);

test('where nothing went out there is nothing to give up', () => {
	expect(ask([endedBy('not_triggered')])).toBeUndefined();
	expect(ask([])).toBeUndefined();
});
