import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { claim, type Claim } from '../../../harness/smoke/claims.ts';
import type { Books, Item, Stage } from './stage.ts';
import { WHATSAPP_ACCOUNT } from './workflows.ts';

const HOUR_MS = 60 * 60_000;
const NAME = 'cita_de_prueba';
const TEMPLATE = `${NAME}:es`;
const ACCOUNTS = {
	whatsapp: '210000000000001',
	instagram: '300000000000001',
	messenger: '400000000000001',
} as const;

type Channel = keyof typeof ACCOUNTS;
type Play = (stage: Stage) => Promise<Claim>;

const part = (ok: boolean, says: string) => ({ ok, says });
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300);

interface Person {
	id: string;
	conversation: string;
}

/** Somebody who wrote some hours ago; the trigger has taken it in when this returns. */
async function customer({ sandbox }: Stage, channel: Channel, hoursAgo: number): Promise<Person> {
	const phone = channel === 'whatsapp' ? { phone: `+5730012${String(10_000 + hoursAgo)}` } : {};
	const about = { name: `Eva ${channel} ${hoursAgo}`, channel, ...phone };
	const { id, contactId } = await sandbox<{ id: string; contactId: string }>('POST', '/customers', about);
	const at = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
	await sandbox('POST', `/customers/${id}/messages`, { text: 'Quisiera una cita', at, wait: true });
	return { id, conversation: `${channel}:${ACCOUNTS[channel]}:${contactId}` };
}

async function received({ sandbox }: Stage, { id }: Person): Promise<Books['messages']> {
	const { messages } = await sandbox<Books>('GET', '/state');
	return messages.filter((one) => one.customer === id && one.via === 'api');
}

const template: Play = async (stage) => {
	await stage.sandbox('PUT', '/settings', { templateReviewMs: 50 });
	const [created] = await stage.call('createTemplate', {
		name: NAME,
		text: 'Hola {{1}}, tu cita del {{2}} sigue abierta.',
	});
	const listed = await waitUntil({
		what: 'the template to be approved',
		seconds: 20,
		details: stage.n8n.lastLines,
		probe: async () =>
			(await stage.call('listTemplates', { name: NAME })).find(({ status }) => status === 'APPROVED'),
	});
	const picked = await offered(stage, 'metaMessaging', 'parameters.template');
	const forFollowUps = await offered(stage, 'followUpEvaluate', 'parameters.followUps.values[0].template');
	return claim('a template is created, listed and offered by the pickers', [
		part(created?.name === NAME && created.status === 'PENDING', `created as ${shown(created)}`),
		part(listed.sendable === true, `listed with ${shown(listed.variables)}`),
		part(
			picked.includes(TEMPLATE),
			`Send Template offers ${picked.length} templates, ${TEMPLATE} among them`,
		),
		part(
			forFollowUps.includes(`${TEMPLATE}:utility`),
			`a follow-up offers ${forFollowUps.length}, ${TEMPLATE}:utility among them`,
		),
	]);
};

/** What the editor would show in the list of a picker. */
async function offered({ n8n }: Stage, node: string, path: string): Promise<string[]> {
	const rest = await n8n.login();
	const response = await rest('/rest/dynamic-node-parameters/resource-locator-results', {
		method: 'POST',
		body: JSON.stringify({
			nodeTypeAndVersion: { name: `n8n-nodes-meta-followup.${node}`, version: 1 },
			...{ path, methodName: 'searchTemplates' },
			currentNodeParameters: { whatsAppAccount: WHATSAPP_ACCOUNT },
			credentials: { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } },
		}),
	});
	const answer = (await response.json()) as { data?: { results: { value: string }[] }; message?: string };
	if (!answer.data) throw new Error(`The list of ${node} was answered ${response.status}: ${answer.message}`);
	return answer.data.results.map(({ value }) => value);
}

const afterTheWindow: Play = async (stage) => {
	const person = await customer(stage, 'whatsapp', 25);
	const { conversation } = person;
	const [refused] = await stage.call('sendText', { conversation, text: '¿Seguimos?' });
	const before = await received(stage, person);
	const values = { template: TEMPLATE, first: 'Eva', second: 'martes' };
	const [sent] = await stage.call('sendTemplate', { conversation, ...values });
	const after = await received(stage, person);
	return claim('after 25 hours of silence a text is refused and the template goes, filled in', [
		part(/window closed/.test(errorOf(refused)), `the text was answered "${errorOf(refused)}"`),
		part(before.length === 0, `${before.length} messages reached the customer before the template`),
		part(
			after.length === 1 && after[0]?.text === 'Hola Eva, tu cita del martes sigue abierta.',
			`then ${after.length}: ${shown(after.map(({ type, text }) => ({ type, text })))}`,
		),
		part(errorOf(sent) === '', `Meta Messaging gave out ${shown(sent)}`),
	]);
};

const eachPlatform: Play = async (stage) => {
	const parts = [];
	for (const channel of Object.keys(ACCOUNTS) as Channel[]) {
		const person = await customer(stage, channel, 1);
		const text = `¡Hola por ${channel}! 👋`;
		const [sent] = await stage.call('sendText', { conversation: person.conversation, text });
		const got = (await received(stage, person)).map((one) => one.text);
		const says = `${channel}: ${shown(got)}${errorOf(sent) && ` (${errorOf(sent)})`}`;
		parts.push(part(got.length === 1 && got[0] === text, says));
	}
	return claim('an hour after the customer wrote a text goes on each platform, once', parts);
};

const noObjection: Play = async ({ sandbox }) => {
	const { refusals, violations } = await sandbox<Books>('GET', '/state');
	return claim('nothing was sent that Meta would have refused', [
		part(refusals.length === 0, `${refusals.length} refusals of the sandbox ${shown(refusals)}`),
		part(violations.length === 0, `${violations.length} objections of its referee`),
	]);
};

function errorOf(item: Item | undefined): string {
	return item === undefined ? 'no item' : String(item.error ?? '');
}

/** What sending has to show in a real n8n, in the order in which it is played. */
export const PLAYS: Record<string, Play> = { template, afterTheWindow, eachPlatform, noObjection };
