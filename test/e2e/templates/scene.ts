import { isInControlGroup } from '../../../lib/follow-up/control-group.ts';
import type { Language } from '../../../harness/demo/options.ts';
import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { claim, type Claim } from '../../../harness/smoke/claims.ts';
import type { Imported } from './imported.ts';
import { isAnswered, received, somebody, writes, type Channel, type Person } from './person.ts';
import type { BookedMessage, Stage } from './stage.ts';
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
export interface Scene {
	name: string;
	channel: Channel;
	says: Text;
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

/** A message leaves within this of its time: one look of the Due Trigger, and what the plays skip together. */
const LATE_AT_MOST = 20 * MINUTE;
/** n8n looks once a minute for runs that wait. */
const PATIENCE_SECONDS = 100;

const part = (ok: boolean, says: string) => ({ ok, says });
const clock = (at: number) => new Date(at).toISOString().slice(0, 16);

/** Plays a scene and tells what came of it. */
export async function play(stage: Stage, template: Imported, scene: Scene): Promise<Claim> {
	const { language } = template;
	const person = await cast(stage, template, scene);
	let last = await writes(stage, template, person, scene.says[language]);
	if (scene.answer) {
		await stage.time.until(last + MINUTE);
		await isAnswered(stage, template, person, scene.answer[language]);
	}
	if (scene.reply) {
		await stage.time.until(last + scene.reply.after);
		last = await writes(stage, template, person, scene.reply.text[language]);
		if (scene.reply.answer) await isAnswered(stage, template, person, scene.reply.answer[language]);
	}
	await planned(stage, template, person, scene);
	if (scene.looksAfter !== undefined) await looksAt(stage, template, person, last + scene.looksAfter);
	const parts = [];
	for (const [index, expected] of scene.expected.entries()) {
		const at = last + expected.after;
		await stage.time.until(at);
		const got = await arrival(stage, person, index);
		parts.push(isAs(got, expected.text[language], expected.type, at));
	}
	const ends = await ended(stage, template, person);
	const all = await received(stage, person);
	return claim(`${template.file}: ${scene.name} (${scene.channel})`, [
		...parts,
		part(all.length === scene.expected.length, `${all.length} messages in all`),
		part(ends.join() === scene.ends.join(), `ended as ${ends.join(', ') || 'none'}`),
	]);
}

/** Somebody who belongs to the share without follow-ups, or does not, as the scene wants it. */
async function cast(stage: Stage, { workflow }: Imported, scene: Scene): Promise<Person> {
	for (;;) {
		const person = await somebody(stage, scene.name, scene.channel);
		const heldOut = isInControlGroup(person.conversation, workflow.id, holdOutPercent(workflow));
		if (heldOut === (scene.heldOut ?? false)) return person;
	}
}

function holdOutPercent({ nodes }: WorkflowToImport): number {
	const evaluate = nodes.find(({ type }) => type.endsWith('.followUpEvaluate'));
	return ((evaluate?.parameters.settings ?? {}) as { holdOutPercent?: number }).holdOutPercent ?? 0;
}

async function arrival(stage: Stage, person: Person, index: number): Promise<BookedMessage | undefined> {
	return await waitUntil({
		what: `message ${index + 1} for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		probe: async () => (await received(stage, person))[index],
	}).catch(() => undefined);
}

function isAs(got: BookedMessage | undefined, text: string, type: string, at: number) {
	if (!got) return part(false, `no message came for ${clock(at)}, expected "${text}"`);
	const late = Date.parse(got.at) - at;
	const inTime = late >= -1_000 && late <= LATE_AT_MOST;
	return part(
		got.text === text && got.type === type && inTime,
		`${got.type} "${got.text}" at ${got.at.slice(0, 16)}${inTime ? '' : ` instead of ${clock(at)}`}${got.text === text ? '' : ` instead of "${text}"`}`,
	);
}

/** The trigger has answered before the run has planned; no time may pass until it has. */
async function planned(stage: Stage, { workflow }: Imported, person: Person, scene: Scene): Promise<void> {
	await waitUntil({
		what: `${scene.ends.length} follow-ups to be planned for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		details: stage.n8n.lastLines,
		probe: () =>
			followUpsOf(stage.n8n.userFolder, workflow.id, person.contactId).length >= scene.ends.length ||
			undefined,
	});
}

async function looksAt(stage: Stage, { workflow }: Imported, person: Person, at: number): Promise<void> {
	const due = () => followUpsOf(stage.n8n.userFolder, workflow.id, person.contactId)[0]?.dueAt;
	const before = due();
	await stage.time.until(at);
	await waitUntil({
		what: `the AI to choose the moment for ${person.name}`,
		seconds: PATIENCE_SECONDS,
		details: stage.n8n.lastLines,
		probe: () => due() !== before || undefined,
	});
}

/** Lets the time go on until nothing is pending any more, and gives the reason codes. What ended can send nothing. */
async function ended(stage: Stage, { workflow }: Imported, person: Person): Promise<string[]> {
	const look = () => followUpsOf(stage.n8n.userFolder, workflow.id, person.contactId);
	for (;;) {
		const all = look();
		const live = all.filter(({ state }) => ['scheduled', 'claimed', 'sending'].includes(state));
		if (live.length === 0) return all.map(({ state, code }) => (state === 'ended' ? code : 'sent'));
		await stage.time.until(Math.min(...live.map(({ dueAt }) => dueAt)));
		await waitUntil({
			what: `the follow-up "${live[0]?.name}" of ${person.name} to be taken up`,
			seconds: PATIENCE_SECONDS,
			details: stage.n8n.lastLines,
			probe: () => JSON.stringify(look()) !== JSON.stringify(all) || undefined,
		});
	}
}
