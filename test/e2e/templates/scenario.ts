import { isInControlGroup } from '../../../lib/follow-up/control-group.ts';
import type { Language } from '../../../harness/demo/options.ts';
import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Imported } from './imported.ts';
import { isAnswered, received, somebody, writes, type Channel, type Person } from './person.ts';
import type { LedgerMessage, Fixture } from './fixture.ts';
import { followUpsOf } from './store.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

type Text = Record<Language, string>;

/** A message that has to arrive, and when, counted from the customer's last message. */
export interface Expected {
	after: number;
	type: 'text' | 'template';
	text: Text;
}

/** One customer's story, from the first message to the promised end. */
export interface Scenario {
	name: string;
	channel: Channel;
	firstMessage: Text;
	/** What the business says; nothing when it is left out. */
	answer?: Text;
	/** The customer writes again, and may be answered. */
	reply?: { after: number; text: Text; answer?: Text };
	/** When the AI looks at the conversation and only chooses the moment, counted from the customer's last message. */
	looksAfter?: number;
	expected: Expected[];
	/** Whether the customer belongs to the share that gets no follow-ups. */
	heldOut?: boolean;
	/** The end of each follow-up that was planned, by reason code; in the order in which they were due. */
	ends: string[];
}

/** A message leaves within this of its time: one look of the Due Trigger, and what the scenarios skip together. */
const LATE_AT_MOST = 20 * MINUTE;
/** n8n looks once a minute for runs that wait. */
const PATIENCE_SECONDS = 100;

const part = (ok: boolean, found: string) => ({ ok, found });
const clock = (at: number) => new Date(at).toISOString().slice(0, 16);

/** Runs a scenario and tells what came of it. */
export async function runScenario(fixture: Fixture, template: Imported, scenario: Scenario): Promise<Check> {
	const { language } = template;
	const person = await cast(fixture, template, scenario);
	let last = await writes(fixture, template, person, scenario.firstMessage[language]);
	if (scenario.answer) {
		await fixture.time.until(last + MINUTE);
		await isAnswered(fixture, template, person, scenario.answer[language]);
	}
	if (scenario.reply) {
		await fixture.time.until(last + scenario.reply.after);
		last = await writes(fixture, template, person, scenario.reply.text[language]);
		if (scenario.reply.answer) await isAnswered(fixture, template, person, scenario.reply.answer[language]);
	}
	await planned(fixture, template, person, scenario);
	if (scenario.looksAfter !== undefined) await looksAt(fixture, template, person, last + scenario.looksAfter);
	const parts = [];
	for (const [index, expected] of scenario.expected.entries()) {
		const at = last + expected.after;
		await fixture.time.until(at);
		const got = await arrival(fixture, person, index);
		parts.push(isAs(got, expected.text[language], expected.type, at));
	}
	const ends = await ended(fixture, template, person);
	const all = await received(fixture, person);
	return check(`${template.file}: ${scenario.name} (${scenario.channel})`, [
		...parts,
		part(all.length === scenario.expected.length, `${all.length} messages in all`),
		part(ends.join() === scenario.ends.join(), `ended as ${ends.join(', ') || 'none'}`),
	]);
}

/** Somebody who belongs to the share without follow-ups, or does not, as the scenario wants it. */
async function cast(fixture: Fixture, { workflow }: Imported, scenario: Scenario): Promise<Person> {
	for (;;) {
		const person = await somebody(fixture, scenario.name, scenario.channel);
		const heldOut = isInControlGroup(person.conversation, workflow.id, holdOutPercent(workflow));
		if (heldOut === (scenario.heldOut ?? false)) return person;
	}
}

function holdOutPercent({ nodes }: WorkflowToImport): number {
	const evaluate = nodes.find(({ type }) => type.endsWith('.followUpEvaluate'));
	return ((evaluate?.parameters.settings ?? {}) as { holdOutPercent?: number }).holdOutPercent ?? 0;
}

async function arrival(fixture: Fixture, person: Person, index: number): Promise<LedgerMessage | undefined> {
	return await waitUntil({
		what: `message ${index + 1} for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		probe: async () => (await received(fixture, person))[index],
	}).catch(() => undefined);
}

function isAs(got: LedgerMessage | undefined, text: string, type: string, at: number) {
	if (!got) return part(false, `no message came for ${clock(at)}, expected "${text}"`);
	const late = Date.parse(got.at) - at;
	const inTime = late >= -1_000 && late <= LATE_AT_MOST;
	return part(
		got.text === text && got.type === type && inTime,
		`${got.type} "${got.text}" at ${got.at.slice(0, 16)}${inTime ? '' : ` instead of ${clock(at)}`}${got.text === text ? '' : ` instead of "${text}"`}`,
	);
}

/** The trigger has answered before the run has planned; no time may pass until it has. */
async function planned(
	fixture: Fixture,
	{ workflow }: Imported,
	person: Person,
	scenario: Scenario,
): Promise<void> {
	await waitUntil({
		what: `${scenario.ends.length} follow-ups to be planned for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		details: fixture.n8n.lastLines,
		probe: () =>
			followUpsOf(fixture.n8n.userFolder, workflow.id, person.contactId).length >= scenario.ends.length ||
			undefined,
	});
}

async function looksAt(fixture: Fixture, { workflow }: Imported, person: Person, at: number): Promise<void> {
	const due = () => followUpsOf(fixture.n8n.userFolder, workflow.id, person.contactId)[0]?.dueAt;
	const before = due();
	await fixture.time.until(at);
	await waitUntil({
		what: `the AI to choose the moment for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		details: fixture.n8n.lastLines,
		probe: () => due() !== before || undefined,
	});
}

/** Lets the time go on until nothing is pending any more, and gives the reason codes. What ended can send nothing. */
async function ended(fixture: Fixture, { workflow }: Imported, person: Person): Promise<string[]> {
	const look = () => followUpsOf(fixture.n8n.userFolder, workflow.id, person.contactId);
	for (;;) {
		const all = look();
		const live = all.filter(({ state }) => ['scheduled', 'claimed', 'sending'].includes(state));
		if (live.length === 0) return all.map(({ state, code }) => (state === 'ended' ? code : 'sent'));
		await fixture.time.until(Math.min(...live.map(({ dueAt }) => dueAt)));
		await waitUntil({
			what: `the follow-up "${live[0]?.name}" of ${person.name} to be taken up`,
			seconds: PATIENCE_SECONDS,
			details: fixture.n8n.lastLines,
			probe: () => JSON.stringify(look()) !== JSON.stringify(all) || undefined,
		});
	}
}
