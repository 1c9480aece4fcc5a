import { conversationKey } from '../../../lib/messaging/conversation-key.ts';
import { ACCOUNT, newCustomer } from '../../support/customer.ts';
import { followUpAt } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

const DAY = 24 * HOUR;
const keyOf = (contact: string) => conversationKey({ channel: 'whatsapp', account: ACCOUNT, contact });

let people = 0;
const person = () => {
	const n = String(++people).padStart(6, '0');
	return { phone: `4466${n}`, userId: `GB.5${n}` };
};

describe.each(databases)('a number that rested and comes back, on $name', (kind) => {
	const open = useStore(kind);
	const texts = async (contact: string) =>
		(await open.store.transcript(keyOf(contact), 20)).map(({ text }) => text);

	/** Somebody wrote and was answered, and the number is heard of again after some days. */
	async function comesBack(
		{ phone, userId }: ReturnType<typeof person>,
		days: number,
		{ before = false, since = false } = {},
	) {
		const contact = (withUserId: boolean, name: string) => ({ id: withUserId ? userId : phone, phone, name });
		const earlier = newCustomer({ contact: contact(before, 'Ana') });
		const said = [
			earlier.writes('My secret, said Ana', START),
			earlier.isAnswered('It is safe', after(MINUTE)),
		];
		await open.store.ingest(said, after(HOUR));
		const later = newCustomer({ contact: contact(since, 'Bruno') });
		const back = after(days * DAY);
		await open.store.ingest([later.writes('Hello, this is Bruno', back)], back);
		return await open.store.conversation(keyOf(phone));
	}

	test.each([
		['by number', {}],
		['with a user ID that nobody knew', { since: true }],
	])('carries no text and no name of the earlier owner, told %s', async (_how, known) => {
		const one = person();
		expect((await comesBack(one, 60, known))?.contact).toMatchObject({ name: 'Bruno' });
		expect(await texts(one.phone)).toEqual(['Hello, this is Bruno']);
	});

	test.each([
		['a number that rested for days only', 30, {}],
		['a user ID that was known before', 60, { before: true, since: true }],
	])('%s is the same person’s', async (_what, days, known) => {
		const one = person();
		await comesBack(one, days, known);
		expect(await texts(one.phone)).toHaveLength(3);
	});

	test('what the business said since the rest is over stays: it may have reached the new owner', async () => {
		const { phone } = person();
		const earlier = newCustomer({ contact: { id: phone, phone } });
		await open.store.ingest([earlier.writes('Said by Ana', START)], START);
		const offer = earlier.isAnswered('Are you still there?', after(58 * DAY));
		await open.store.ingest([offer], after(58 * DAY));
		await open.store.ingest([earlier.writes('Who is this?', after(60 * DAY))], after(60 * DAY));
		expect(await texts(phone)).toEqual(['Are you still there?', 'Who is this?']);
	});

	test('an opt-out stays', async () => {
		const { phone } = person();
		const earlier = newCustomer({ contact: { id: phone, phone } });
		await open.store.ingest([earlier.writes('stop', START)], START);
		await open.store.ingest([earlier.writes('Hi', after(60 * DAY))], after(60 * DAY));
		expect((await open.store.conversation(keyOf(phone)))?.optedOutAt).toBe(START.toISOString());
	});

	test('a user ID that a status tells first does not bring the texts back', async () => {
		const { phone, userId } = person();
		const customer = newCustomer({ contact: { id: phone, phone } });
		const { id } = await followUpAt(open.store, 'sending', { customer });
		const late = after(60 * DAY);
		await open.store.finishSend(id, { outcome: 'accepted', messageId: `wamid.${phone}` }, late);
		const told = newCustomer({ contact: { id: userId, phone } });
		await open.store.ingest([told.status(`wamid.${phone}`, 'delivered', late)], late);
		await open.store.ingest([told.writes('Who is this?', after(MINUTE, late))], after(MINUTE, late));
		expect(await texts(userId)).toEqual(['Shall we go ahead with your appointment?', 'Who is this?']);
	});
});
