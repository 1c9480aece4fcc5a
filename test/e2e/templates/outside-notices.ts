import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Imported } from './imported.ts';
import { NOTICE_KEY } from './own-credentials.ts';
import { somebody, writes, type Person } from './person.ts';
import { reminderOf } from './reminder-of.ts';
import type { Fixture } from './fixture.ts';
import { followUpsOf } from './store.ts';

interface Answer {
	status: number;
	body: { done?: boolean };
}

/** A payment and a lost deal, told by another system, each end what is pending for their customer. */
export async function outsideNotices(fixture: Fixture, template: Imported): Promise<Check> {
	const reminder = reminderOf(fixture, template.language);
	const hook = template.workflow.nodes.find(({ type }) => type.endsWith('.webhook'));
	const tell = async (body: object, headers: Record<string, string>): Promise<Answer> => {
		const response = await fetch(`${fixture.n8n.url}/webhook/${String(hook?.parameters.path)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as object) : {} };
	};
	const key = { [NOTICE_KEY.name]: NOTICE_KEY.value };
	const codes = ({ contactId }: Person) =>
		followUpsOf(fixture.n8n.userFolder, reminder.workflow.id, contactId).map(({ state, code }) =>
			state === 'ended' ? code : state,
		);
	const waiting = async (name: string) => {
		const person = await somebody(fixture, name, 'whatsapp');
		await writes(
			fixture,
			reminder,
			person,
			{ es: 'Quiero una cita', en: 'An appointment please' }[template.language],
		);
		await waitUntil({
			what: `a follow-up for ${name}`,
			seconds: 30,
			details: fixture.n8n.lastLines,
			probe: () => codes(person).includes('scheduled') || undefined,
		});
		return person;
	};
	const [paying, lost] = [await waiting('Paying'), await waiting('Lost')];
	const phone = ({ contactId }: Person) => `+${contactId}`;
	const payment = {
		event: 'payment',
		phone: phone(paying),
		amount: 120,
		currency: 'USD',
		reference: 'order-1',
	};
	const stranger = await tell(payment, {});
	const untouched = codes(paying).join();
	const paid = await tell(payment, key);
	const cancelled = await tell({ event: 'deal_lost', phone: phone(lost), reason: 'Bought elsewhere' }, key);
	const wrong = await tell({ event: 'deal_lost', phone: 'nobody' }, key);
	return check(`${template.file}: a payment and a lost deal end what is pending`, [
		{
			ok: stranger.status === 403 && untouched === 'scheduled',
			found: `without the key ${stranger.status}, and it stays ${untouched}`,
		},
		{
			ok: paid.status === 200 && paid.body.done === true && codes(paying).join() === 'converted',
			found: `the payment is answered ${paid.status}, ended as ${codes(paying).join()}`,
		},
		{
			ok: cancelled.status === 200 && codes(lost).join() === 'cancelled_by_user',
			found: `the lost deal is answered ${cancelled.status}, ended as ${codes(lost).join()}`,
		},
		{
			ok: wrong.status === 422 && wrong.body.done === false,
			found: `a wrong number is answered ${wrong.status} ${JSON.stringify(wrong.body)}`,
		},
	]);
}
