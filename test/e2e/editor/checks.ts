import type { Page } from 'playwright-core';
import { publicationOutcome } from '../../../harness/n8n/publication-status.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Fixture } from './fixture.ts';
import { GOOD, WRONG } from './workflows.ts';

const PUBLISHED_SECONDS = 120;

export const editorScenarios: Record<string, (fixture: Fixture) => Promise<Check>> = {
	panel,
	handedOut,
	nothingToTry,
	refused,
};

const panelOf = (page: Page) =>
	page.locator('[data-test-id="parameter-input-list"], .parameter-input-list-wrapper').first();

/** Opens the panel of one node. */
async function open({ page, n8n }: Fixture, workflow: string, node: string): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${workflow}/${workflow}-${node}`);
	await panelOf(page).waitFor();
}

/** How far down something stands. */
async function top(page: Page, label: string): Promise<number> {
	const box = await page.getByText(label, { exact: true }).first().boundingBox();
	return box?.y ?? NaN;
}

async function panel(fixture: Fixture): Promise<Check> {
	const { page } = fixture;
	await open(fixture, GOOD, 'Evaluate');
	await page.getByText('Stop Condition', { exact: true }).first().waitFor();
	await fixture.picture('panel-evaluate');
	const labels = ['Name', 'Colour', 'Delay', 'Delay Unit', 'Description', 'Message', 'WhatsApp Template'];
	const places: number[] = [];
	for (const label of labels) places.push(await top(page, label));
	const order = ['Store', 'Decide By', 'Model'];
	const below: number[] = [];
	for (const label of order) below.push(await top(page, label));
	const inOrder = (all: number[]) => all.every((place, n) => n === 0 || place > (all[n - 1] ?? NaN));
	await page.getByText('Decide By', { exact: true }).first().scrollIntoViewIfNeeded();
	await fixture.picture('panel-evaluate-model');
	return check('the panel shows seven fields of a follow-up in their order, and the store above the model', [
		{ ok: inOrder(places), found: labels.map((label, n) => `${label} at ${places[n]}`).join(', ') },
		{ ok: inOrder(below), found: order.map((label, n) => `${label} at ${below[n]}`).join(', ') },
	]);
}

/** Somebody wrote and was answered; what is planned for in four hours is handed out now, in the editor. */
async function handedOut(fixture: Fixture): Promise<Check> {
	const { id } = await fixture.sandbox<{ id: string }>('/customers', { channel: 'whatsapp', name: 'Ana' });
	await fixture.sandbox(`/customers/${id}/messages`, { text: 'Hello, I would like an appointment' });
	await fixture.sandbox(`/customers/${id}/business`, { text: 'We have tomorrow at 10. Does that suit you?' });
	await open(fixture, GOOD, 'Due');
	const due = await executed(fixture, 'Due', /isTest|Nothing is planned/);
	await fixture.picture('due-execute-step');
	return check('Execute step hands out what is planned, hours before its time', [
		{ ok: due.includes('isTest'), found: due.slice(0, 160) },
	]);
}

/** What the output of a node shows after a click on "Execute step". */
async function executed(fixture: Fixture, node: string, until: RegExp): Promise<string> {
	const { page } = fixture;
	await page.locator('[data-test-id="node-execute-button"]').first().click();
	return await waitUntil({
		...{ what: `${node} to show what came of it`, seconds: 60, details: fixture.n8n.lastLines },
		probe: async () => {
			const text = (await page.locator('[data-test-id="output-panel"]').innerText()).replace(/\s+/g, ' ');
			return until.test(text) ? text : undefined;
		},
	});
}

async function nothingToTry(fixture: Fixture): Promise<Check> {
	await open(fixture, 'otherChatbot', 'Due');
	const said = await executed(fixture, 'Due', /There is no chatbot/);
	await fixture.picture('due-no-chatbot');
	return check('the Due Trigger names the chatbots there are', [
		{ ok: said.includes(GOOD), found: said.slice(0, 300) },
	]);
}

async function refused(fixture: Fixture): Promise<Check> {
	const parts = [];
	for (const [id, { says }] of Object.entries(WRONG)) {
		const said = await publish(fixture, id);
		parts.push({ ok: says.test(said), found: `${id}: ${said.slice(0, 300)}` });
		await fixture.page.goto(`${fixture.n8n.url}/workflow/${id}`);
		await fixture.page.locator('.vue-flow__node').first().waitFor();
		await fixture.page.waitForTimeout(1_500);
		await fixture.picture(`published-${id}`);
	}
	return check('what can never work is refused when it is published, with what to do', parts);
}

/** Publishes as the editor does; what a person reads there when it fails, at once or (2.41) a little later. */
async function publish({ rest, n8n }: Fixture, id: string): Promise<string> {
	const { data } = (await (await rest(`/rest/workflows/${id}`)).json()) as { data: { versionId: string } };
	const answer = await rest(`/rest/workflows/${id}/activate`, {
		method: 'POST',
		body: JSON.stringify({ versionId: data.versionId }),
	});
	const atOnce = await answer.text();
	if (!answer.ok) return atOnce;
	const details = n8n.lastLines;
	return (await publicationOutcome(rest, id, { what: id, seconds: PUBLISHED_SECONDS, details })).answer;
}
