import { guideFor } from '../../harness/demo/guides/guide.ts';
import { spokenDuration } from '../../harness/demo/guides/spoken-duration.ts';
import { delaySeconds, followUpsOf } from '../../harness/demo/follow-ups.ts';
import { LANGUAGES, readOptions } from '../../harness/demo/options.ts';
import { demoWorkflow, webhookPath } from '../../harness/demo/template.ts';
import { readTemplate, templateNames } from '../../harness/demo/template-file.ts';
import { sandboxCredentials } from '../../harness/demo/credentials.ts';
import { readGuide } from '../../sandbox/guide/check.ts';

const everyTemplate = LANGUAGES.flatMap((lang) => templateNames(lang).map((name) => ({ lang, name })));
const credentials = sandboxCredentials('http://127.0.0.1:1');

test.each(everyTemplate)('$lang/$name has a guide that the page takes', ({ lang, name }) => {
	const template = readTemplate(lang, name);
	const workflow = demoWorkflow(template, credentials);
	const guide = guideFor({ workflow, template: name, lang, speed: 60, isShortened: false, links: [] });
	expect(readGuide(guide)).toEqual({ value: guide });
	expect(guide.steps.length).toBeGreaterThan(3);
	const [first] = followUpsOf(workflow.nodes).toSorted(
		(one, other) => delaySeconds(one) - delaySeconds(other),
	);
	if (first) expect(JSON.stringify(guide.steps)).toContain(JSON.stringify(first.name).slice(1, -1));
});

test.each(everyTemplate)('$lang/$name keeps its delays when time runs faster', ({ lang, name }) => {
	const template = readTemplate(lang, name);
	expect(followUpsOf(demoWorkflow(template, credentials).nodes)).toEqual(followUpsOf(template.nodes));
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
	expect(() => readTemplate('es', '../en/appointment-reminder')).toThrow('no template');
	expect(() => readTemplate('en', 'recordatorio-de-cita')).toThrow('add --lang es');
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
