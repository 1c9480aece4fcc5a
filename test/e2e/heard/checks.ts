import { check, type Check } from '../../../harness/smoke/checks.ts';
import { ownerChange, type Fixture, type Person } from './fixture.ts';
import { DELAY_HOURS } from './workflow.ts';

type Scenario = (fixture: Fixture) => Promise<Check>;

const part = (ok: boolean, found: string) => ({ ok, found });
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
const LATER = DELAY_HOURS + 1;

let ids = 0;
const newId = () => `wamid.HEARD-${++ids}`;
const text = (fixture: Fixture, from: string, body: string) => ({
	...{ from, id: newId(), timestamp: fixture.seconds(), type: 'text', text: { body } },
});

/** How many follow-ups somebody received, and how many are right. */
async function got(fixture: Fixture, person: Person, expected: number) {
	const received = await fixture.received(person);
	return part(received.length === expected, `${person.name} got ${received.length} (expected ${expected})`);
}
const reasonsOf = (fixture: Fixture, person: Person) =>
	fixture.followUpsOf(person).map(({ reason_code }) => String(reason_code));

/** Whether a customer is known as one who wants to be left alone, in every conversation of theirs. */
function left(fixture: Fixture, person: Person, column: 'opted_out_at' | 'marketing_opted_out_at') {
	const rows = fixture.conversationsOf(person);
	const known = rows.length > 0 && rows.every((row) => row[column] !== null);
	return part(
		known,
		`${person.name}: ${column} is ${known ? 'set' : 'NOT set'} in ${rows.length} conversation`,
	);
}

const ownedByAgent: Scenario = async (fixture) => {
	const { deliver, seconds, passes } = fixture;
	const people = [
		await fixture.somebody('Ada agente', '+573001230001'),
		await fixture.somebody('Beto para', '+573001230002'),
		await fixture.somebody('Caro vuelve', '+573001230003'),
	] as const;
	const [held, stopped, back] = people;
	await fixture.planned([...people]);
	await passes(0.1);
	for (const one of [held, stopped])
		await deliver('messaging_handovers', ownerChange(one, 'control_taken', seconds()), false);
	await deliver('messaging_handovers', ownerChange(back, 'control_taken', seconds()));
	await deliver('standby', { standby: { messages: [text(fixture, stopped.digits, 'STOP')] } });
	// Not nested, as some deliveries are: an ordinary word to the agent, its answer and what became of it.
	await deliver('standby', { messages: [text(fixture, back.digits, '¿Abren hoy?')] });
	const echo = { id: newId(), timestamp: seconds() };
	await deliver('standby', {
		standby: {
			message_echoes: [
				{ ...echo, message: { to: back.digits, type: 'text', text: { body: 'Sí, hasta las 8' } } },
			],
			statuses: [{ ...echo, status: 'delivered', recipient_id: back.digits }],
		},
	});
	await passes(LATER);
	const before = [];
	for (const one of people) before.push(await got(fixture, one, 0));
	const reasons = people.map((one) => reasonsOf(fixture, one));
	for (const one of [stopped, back])
		await deliver('messaging_handovers', ownerChange(one, 'control_passed', seconds()));
	await passes(LATER);
	const said = fixture.transcriptOf(back).map((row) => row.text);
	return check(
		'in a thread of Meta Business Agent the customer is heard and nothing is sent, until it is back',
		[
			...before,
			part(reasons[1]?.includes('cancelled_reply') === true, `STOP in standby ended ${shown(reasons[1])}`),
			left(fixture, stopped, 'opted_out_at'),
			part(said.includes('Sí, hasta las 8'), `the transcript has ${shown(said)}`),
			await got(fixture, held, 0),
			await got(fixture, stopped, 0),
			await got(fixture, back, 1),
		],
	);
};

const otherWriting: Scenario = async (fixture) => {
	const people = [
		[await fixture.somebody('Mar México', '+525512345678'), '525512345678'],
		[await fixture.somebody('Bia Brasil', '+5511987654321'), '551187654321'],
		[await fixture.somebody('Ari Argentina', '+5491122334455'), '541122334455'],
	] as const;
	await fixture.planned(people.map(([one]) => one));
	await fixture.passes(0.1);
	for (const [, other] of people)
		await fixture.deliver('messages', { messages: [text(fixture, other, 'Sí, a las 5 por favor')] });
	const parts = people.map(([one, other]) => {
		const conversations = fixture.conversationsOf(one).length;
		const reasons = reasonsOf(fixture, one);
		const ok = conversations === 1 && reasons.includes('cancelled_reply') && other !== one.digits;
		return part(
			ok,
			`${one.name} (${one.digits}) wrote as ${other}: ${conversations} conversation, ${shown(reasons)}`,
		);
	});
	return check('a reply under the other writing of a number is the same customer and cancels', parts);
};

const PHRASES = {
	es: 'ya no gracias, no quiero recibir más mensajes',
	pt: 'não quero mais receber mensagens, por favor',
	en: 'please stop messaging me',
};
const LOOK_ALIKES = ['no pares', 'cancelar la cita de mañana', 'where is the bus stop?', 'la baja temporada'];

const phrases: Scenario = async (fixture) => {
	const refusing: Person[] = [];
	for (const [language, words] of Object.entries(PHRASES)) {
		const one = await fixture.somebody(`Refuses ${language}`, `+57300124000${refusing.length}`);
		await fixture.deliver('messages', { messages: [text(fixture, one.digits, words)] });
		refusing.push(one);
	}
	const tapping = await fixture.somebody('Taps button', '+573001250000');
	const label = 'Detener promociones';
	await fixture.deliver('messages', {
		messages: [
			{
				...{ from: tapping.digits, id: newId(), timestamp: fixture.seconds(), type: 'button' },
				button: { text: label, payload: label },
			},
		],
	});
	const others: Person[] = [];
	for (const words of LOOK_ALIKES) {
		const one = await fixture.somebody(`Says ${words}`, `+57300126000${others.length}`);
		await fixture.deliver('messages', { messages: [text(fixture, one.digits, words)] });
		others.push(one);
	}
	await fixture.planned(others);
	await fixture.passes(LATER);
	const parts = refusing.map((one) => left(fixture, one, 'opted_out_at'));
	parts.push(left(fixture, tapping, 'marketing_opted_out_at'));
	for (const one of [...refusing, tapping]) parts.push(await got(fixture, one, 0));
	for (const one of others) parts.push(await got(fixture, one, 1));
	return check("refusals in words and Meta's button are heard, and what only looks like one is not", parts);
};

/** What is heard of customers in a real n8n, in the order in which it runs. */
export const SCENARIOS: Record<string, Scenario> = { ownedByAgent, otherWriting, phrases };
