import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Ledger, Item, Fixture } from './fixture.ts';
import { WHATSAPP_ACCOUNT } from './workflows.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

const HOUR_MS = 60 * 60_000;
const NAME = 'cita_de_prueba';
const TEMPLATE = `${NAME}:es`;
const ACCOUNTS = {
	whatsapp: '210000000000001',
	instagram: '300000000000001',
	messenger: '400000000000001',
} as const;

type Channel = keyof typeof ACCOUNTS;
type Scenario = (fixture: Fixture) => Promise<Check>;

const part = (ok: boolean, found: string) => ({ ok, found });
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300);

interface Person {
	id: string;
	conversation: string;
}

/** Somebody who wrote some hours ago; the trigger has taken it in when this returns. */
async function customer({ sandbox }: Fixture, channel: Channel, hoursAgo: number): Promise<Person> {
	const phone = channel === 'whatsapp' ? { phone: `+5730012${String(10_000 + hoursAgo)}` } : {};
	const about = { name: `Eva ${channel} ${hoursAgo}`, channel, ...phone };
	const { id, contactId } = await sandbox<{ id: string; contactId: string }>('POST', '/customers', about);
	const at = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
	await sandbox('POST', `/customers/${id}/messages`, { text: 'Quisiera una cita', at, wait: true });
	return { id, conversation: `${channel}:${ACCOUNTS[channel]}:${contactId}` };
}

async function received({ sandbox }: Fixture, { id }: Person): Promise<Ledger['messages']> {
	const { messages } = await sandbox<Ledger>('GET', '/state');
	return messages.filter((one) => one.customer === id && one.via === 'api');
}

const template: Scenario = async (fixture) => {
	await fixture.sandbox('PUT', '/settings', { templateReviewMs: 50 });
	const [created] = await fixture.call('createTemplate', {
		name: NAME,
		text: 'Hola {{1}}, tu cita del {{2}} sigue abierta.',
	});
	const listed = await waitUntil({
		what: 'the template to be approved',
		seconds: 20,
		details: fixture.n8n.lastLines,
		probe: async () =>
			(await fixture.call('listTemplates', { name: NAME })).find(({ status }) => status === 'APPROVED'),
	});
	const picked = await offered(fixture, 'metaMessaging', 'parameters.template');
	const forFollowUps = await offered(fixture, 'followUpEvaluate', 'parameters.followUps.values[0].template');
	return check('a template is created, listed and offered by the pickers', [
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
async function offered({ n8n }: Fixture, node: string, path: string): Promise<string[]> {
	const rest = await n8n.login();
	const response = await rest('/rest/dynamic-node-parameters/resource-locator-results', {
		method: 'POST',
		body: JSON.stringify({
			nodeTypeAndVersion: { name: `n8n-nodes-meta-followup.${node}`, version: NODE_VERSION },
			...{ path, methodName: 'searchTemplates' },
			currentNodeParameters: { whatsAppAccount: WHATSAPP_ACCOUNT },
			credentials: { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } },
		}),
	});
	const answer = (await response.json()) as { data?: { results: { value: string }[] }; message?: string };
	if (!answer.data) throw new Error(`The list of ${node} was answered ${response.status}: ${answer.message}`);
	return answer.data.results.map(({ value }) => value);
}

const afterTheWindow: Scenario = async (fixture) => {
	const person = await customer(fixture, 'whatsapp', 25);
	const { conversation } = person;
	const [refused] = await fixture.call('sendText', { conversation, text: '¿Seguimos?' });
	const before = await received(fixture, person);
	const values = { template: TEMPLATE, first: 'Eva', second: 'martes' };
	const [sent] = await fixture.call('sendTemplate', { conversation, ...values });
	const after = await received(fixture, person);
	return check('after 25 hours of silence a text is refused and the template goes, filled in', [
		part(/window closed/.test(errorOf(refused)), `the text was answered "${errorOf(refused)}"`),
		part(before.length === 0, `${before.length} messages reached the customer before the template`),
		part(
			after.length === 1 && after[0]?.text === 'Hola Eva, tu cita del martes sigue abierta.',
			`then ${after.length}: ${shown(after.map(({ type, text }) => ({ type, text })))}`,
		),
		part(errorOf(sent) === '', `Meta Messaging gave out ${shown(sent)}`),
	]);
};

const eachPlatform: Scenario = async (fixture) => {
	const parts = [];
	for (const channel of Object.keys(ACCOUNTS) as Channel[]) {
		const person = await customer(fixture, channel, 1);
		const text = `¡Hola por ${channel}! 👋`;
		const [sent] = await fixture.call('sendText', { conversation: person.conversation, text });
		const got = (await received(fixture, person)).map((one) => one.text);
		const found = `${channel}: ${shown(got)}${errorOf(sent) && ` (${errorOf(sent)})`}`;
		parts.push(part(got.length === 1 && got[0] === text, found));
	}
	return check('an hour after the customer wrote a text goes on each platform, once', parts);
};

const noObjection: Scenario = async ({ sandbox }) => {
	const { refusals, violations } = await sandbox<Ledger>('GET', '/state');
	return check('nothing was sent that Meta would have refused', [
		part(refusals.length === 0, `${refusals.length} refusals of the sandbox ${shown(refusals)}`),
		part(violations.length === 0, `${violations.length} objections of its referee`),
	]);
};

function errorOf(item: Item | undefined): string {
	return item === undefined ? 'no item' : String(item.error ?? '');
}

/** What sending has to show in a real n8n, in the order in which it is checked. */
export const SCENARIOS: Record<string, Scenario> = { template, afterTheWindow, eachPlatform, noObjection };
