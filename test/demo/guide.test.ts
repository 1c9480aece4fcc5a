import { REASONS } from '../../lib/index.ts';
import { guideLinks } from '../../harness/demo/announcement.ts';
import { guideFor } from '../../harness/demo/guides/guide.ts';
import { scenarioFor } from '../../harness/demo/guides/scenarios.ts';
import { spokenDuration } from '../../harness/demo/guides/spoken-duration.ts';
import { delaySeconds, evaluateOf, followUpsOf } from '../../harness/demo/follow-ups.ts';
import { LANGUAGES, readOptions, type Language } from '../../harness/demo/options.ts';
import { planDemo } from '../../harness/demo/plan.ts';
import { demoWorkflow, metaTrigger, webhookPath } from '../../harness/demo/template.ts';
import { listOfTemplates, readTemplate, templateNames } from '../../harness/demo/template-file.ts';
import { sandboxCredentials } from '../../harness/demo/credentials.ts';
import { readGuide } from '../../sandbox/guide/check.ts';
import { answerByRules } from '../../sandbox/model/rules.ts';

const everyTemplate = LANGUAGES.flatMap((lang) => templateNames(lang).map((name) => ({ lang, name })));
const credentials = sandboxCredentials('http://127.0.0.1:1');

const places = { sandbox: 'http://127.0.0.1:2', dashboard: 'http://127.0.0.1:3/' };
const n8nUrl = 'http://127.0.0.1:4';
const planOf = (lang: Language, template: string) => planDemo({ lang, template, n8nUrl, credentials });

describe.each(everyTemplate)('$lang/$name', ({ lang, name }) => {
	const plan = planOf(lang, name);
	const guideWith = (n8n?: string) =>
		guideFor({
			...{ plan, lang, speed: 60, isShortened: false, links: [] },
			...{ stage: { is: 'engine' }, places: { ...places, ...(n8n ? { n8n } : {}) } },
		});

	test('has a guide that the page takes, with n8n and without', () => {
		for (const guide of [guideWith(), guideWith(n8nUrl)]) {
			expect(readGuide(guide)).toEqual({ value: guide });
			expect(guide.steps.length).toBeGreaterThan(3);
			expect(guide.next).not.toHaveLength(0);
			for (const { code } of guide.steps) if (code) expect(REASONS).toHaveProperty(code);
			expect(guide.notice?.text).toContain('n8n');
		}
	});

	test('leads to the dashboard, and to every form of the template once n8n is there', () => {
		const text = JSON.stringify([
			guideWith(n8nUrl).steps,
			guideLinks(plan, { ...places, n8n: n8nUrl }, lang),
		]);
		expect(text).toContain(places.dashboard);
		for (const { type, webhookId } of plan.main.nodes)
			if (type.endsWith('.formTrigger')) expect(text).toContain(`${n8nUrl}/form/${webhookId}`);
	});

	test('has follow-ups that go out at any hour, to everybody', () => {
		const evaluate = evaluateOf(plan.followUps.nodes);
		expect(evaluate?.parameters).toMatchObject({
			defineFollowUps: 'dashboard',
			settings: { quietHours: {}, holdOutPercent: 0 },
		});
		expect(followUpsOf(plan.followUps.nodes)).not.toEqual([]);
	});

	test('asks for no login on its pages', () => {
		const asking = plan.workflows.flatMap(({ nodes }) =>
			nodes.filter(({ parameters }) => parameters.authentication === 'basicAuth'),
		);
		expect(asking).toEqual([]);
	});

	test('hears what the template wants to hear', () => {
		const heard = plan.workflows.find((workflow) => webhookPath(workflow) === plan.webhook);
		const own = webhookPath(plan.main);
		const reached = [plan.webhook, JSON.stringify(metaTrigger(heard?.nodes ?? [])?.parameters)].join();
		if (own) expect(reached).toContain(own);
	});
});

test.each(everyTemplate)(
	'$lang/$name: what the customer asks is what the follow-up is for',
	({ lang, name }) => {
		const { customer, business } = scenarioFor(name, lang);
		const [first] = followUpsOf(planOf(lang, name).followUps.nodes);
		const transcript = [
			{ from: 'customer', text: customer },
			{ from: 'business', text: business },
		];
		const answer = answerByRules({ transcript, followUps: [first] } as never);
		expect(answer.followUps).toMatchObject([{ trigger: true }]);
		expect(answer.stop.met).toBe(false);
	},
);

test.each(everyTemplate)('$lang/$name leaves room for a follow-up of one’s own', ({ lang, name }) => {
	const all = followUpsOf(planOf(lang, name).followUps.nodes);
	expect(all.filter(({ active }) => active !== false).length).toBeLessThan(5);
});

test.each(everyTemplate)(
	'$lang/$name: the customer can bring the conversation to its end',
	({ lang, name }) => {
		const { yes } = scenarioFor(name, lang);
		const { stop } = answerByRules({ transcript: [{ from: 'customer', text: yes }], followUps: [] } as never);
		expect(stop.met).toBe(true);
	},
);

test.each(everyTemplate)('$lang/$name keeps its delays when time runs faster', ({ lang, name }) => {
	const template = readTemplate(lang, name);
	expect(followUpsOf(demoWorkflow(template, credentials).nodes)).toEqual(followUpsOf(template.nodes));
});

test('the demo sends at any hour of the day', () => {
	const template = readTemplate('en', 'appointment-reminder');
	expect(JSON.stringify(template.nodes)).toContain('quietHours');
	expect(JSON.stringify(demoWorkflow(template, credentials).nodes)).not.toContain('quietHours');
});

test('with a pace the first follow-up comes then, and the others keep their proportion', () => {
	const template = readTemplate('en', 'appointment-reminder');
	const rows = (delays: number[]) => delays.map((delay) => ({ name: `${delay}`, description: 'd', delay }));
	const nodes = template.nodes.map((node) =>
		node.type.endsWith('.followUpEvaluate')
			? { ...node, parameters: { followUps: { values: rows([8, 2, 3]) } } }
			: node,
	);
	const timing = { delaySeconds: 30, dueIntervalSeconds: 5 };
	const timed = demoWorkflow({ ...template, nodes }, credentials, timing);
	expect(followUpsOf(timed.nodes).map(delaySeconds)).toEqual([120, 30, 45]);
	expect(webhookPath(timed)).toMatch(/^\/webhook\/[\w-]+\/webhook$/);
	expect(webhookPath({ ...timed, nodes: [] })).toBeUndefined();
});

test('a template that is not there is answered with those that are', () => {
	expect(() => readTemplate('en', 'nope')).toThrow('  appointment-reminder');
	expect(() => readTemplate('es', '../en/appointment-reminder')).toThrow('No hay una plantilla');
	expect(() => readTemplate('en', 'recordatorio-de-cita')).toThrow('add --lang es');
	expect(listOfTemplates('es').split('\n')).toHaveLength(templateNames('es').length);
});

test('options that make no sense are refused with what is allowed', () => {
	expect(readOptions(['--speed', '60', '--template', 'x'])).toMatchObject({ speed: 60, template: 'x' });
	expect(readOptions(['--help'])).toContain('--speed');
	for (const speed of ['0', '-1', 'fast', 'Infinity', ''])
		expect(() => readOptions([`--speed=${speed}`])).toThrow('from 1 to 120');
	expect(() => readOptions(['--smoke', '--speed', '2'])).toThrow('leave --template and --speed out');
});

test.each([
	[30, '30 segundos', '30 seconds'],
	[240, '4 minutos', '4 minutes'],
	[90, '1.5 minutos', '1.5 minutes'],
	[14_400, '4 horas', '4 hours'],
	[36 * 3_600, '36 horas', '36 hours'],
	[3 * 86_400, '3 días', '3 days'],
	[0.4, '1 segundo', '1 second'],
])('%d seconds are said as %s', (seconds, spanish, english) => {
	expect(spokenDuration(seconds, 'es').replace(',', '.')).toBe(spanish);
	expect(spokenDuration(seconds, 'en')).toBe(english);
});
