import type { INodeProperties } from 'n8n-workflow';
import { FIELD_LABELS, FOLLOW_UP_CATALOGUE, SETTINGS_FIELDS } from '../../lib/follow-up/catalogue/index.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { followUpsParameter } from '../../nodes/FollowUpEvaluate/parameters/follow-ups.ts';
import { settingsParameter } from '../../nodes/FollowUpEvaluate/parameters/settings.ts';

type Group = { values: INodeProperties[] };

const onPanel = (followUpsParameter.options as Group[])[0]?.values ?? [];
const options = onPanel.find(({ name }) => name === 'options')?.options as INodeProperties[];

const onForm = {
	followUps: [...onPanel.filter(({ name }) => name !== 'options'), ...options],
	settings: settingsParameter.options as INodeProperties[],
};

test('seven fields of a follow-up in the order of the product text, the text where it is fixed, the rest as options', () => {
	expect(
		onPanel.filter(({ displayOptions }) => !displayOptions).map(({ displayName }) => displayName),
	).toEqual([
		...['Name', 'Colour', 'Delay', 'Delay Unit', 'Description', 'Message', 'WhatsApp Template'],
		'Options',
	]);
	expect(onPanel.filter(({ displayOptions }) => displayOptions).map(({ name }) => name)).toEqual(['message']);
	expect(options.map(({ displayName }) => displayName)).toEqual([
		...['Active', 'Delay Counts From', 'Fallback Text', 'Instructions for the AI', 'Platforms', 'Timing'],
		'WhatsApp Template Variables',
	]);
});

/** What the unit adds to a name on the form. */
const withoutUnit = (name: string) => name.replace(/ \((Minutes|Hours|Days|%)\)$/, '');

/** A second name for the same field, shown when another field has another value. */
const SECOND_NAMES = ['Fallback Text'];

const least = { name: 'A', description: 'When somebody asked for a price' };
const parsed = parseChatbot({ id: 'c', stopCondition: 'Sold', followUps: [least], settings: {} });

test.each(Object.entries(onForm))('%s: every name on the form is the name in errors', (_, parameters) => {
	const names = parameters.filter(({ displayName }) => !SECOND_NAMES.includes(displayName));
	expect(names.map(({ displayName }) => withoutUnit(displayName))).toEqual(
		names.map(({ name }) => FIELD_LABELS[name]),
	);
});

test('a field that is left alone on the form means the same as one that is left out in JSON', () => {
	const different = { ...parsed.settings, ...parsed.followUps[0] } as Record<string, unknown>;
	const said = [...onForm.followUps, ...onForm.settings]
		.filter(({ required, type, default: value }) => !required && type !== 'fixedCollection' && value !== '')
		// The form starts with the time zone of the workflow, which JSON cannot know; a template is chosen in a picker.
		.filter(({ name }) => name !== 'timeZone' && name !== 'template');
	expect(said.length).toBeGreaterThan(15);
	expect(Object.fromEntries(said.map(({ name, default: value }) => [name, value]))).toEqual(
		Object.fromEntries(said.map(({ name }) => [name, different[name]])),
	);
});

test('a number outside the bounds of the form is refused in JSON, with the bound in the sentence', () => {
	const numbers = Object.entries(SETTINGS_FIELDS).flatMap(([key, { forms }]) =>
		forms.flatMap(({ input }) => (input.kind === 'number' ? [{ key, ...input }] : [])),
	);
	expect(numbers.length).toBeGreaterThan(6);
	for (const { key, min, max } of numbers) {
		for (const [value, said] of [
			[min - 1, `must be at least ${min}`],
			[max + 1, `must be at most ${max}`],
		] as const)
			expect(() =>
				parseChatbot({ id: 'c', stopCondition: 'Sold', followUps: [least], settings: { [key]: value } }),
			).toThrow(new RegExp(`^${FIELD_LABELS[key]?.replace(/[()]/g, '\\$&')} ${said}`));
	}
});

test('every field that people fill in has a place on the form or a control of its own', () => {
	const shown = new Set(onForm.followUps.map(({ name }) => name));
	const inJsonOnly = Object.keys(FOLLOW_UP_CATALOGUE).filter((key) => !shown.has(key));
	expect(inJsonOnly).toEqual([
		'id',
		'templateVariables',
		'templateName',
		'templateLanguage',
		'templateCategory',
	]);
});
