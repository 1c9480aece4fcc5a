import * as z from 'zod4';
import type { TemplateButton, TemplateContent, TemplateHeader } from './types.ts';

export const TEMPLATE_CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

/** What a template picker holds: the name, the language and, if known, the category. */
export type TemplateChoice = Pick<TemplateContent, 'name' | 'language' | 'category'>;

const CHOICE = /^([a-z0-9_]+):([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)(?::(marketing|utility|authentication))?$/;

/** A chosen template in one text, `name:language:category`. */
export function templateChoice({ name, language, category }: TemplateChoice): string {
	return [name, language.replace('-', '_'), ...(category ? [category] : [])].join(':');
}

/** A template as the picker of the node holds it, or as text; undefined when none is chosen. */
export const templateChoiceSchema = z
	.preprocess(
		(given) => (given !== null && typeof given === 'object' ? (given as { value?: unknown }).value : given),
		z.string('must be text such as appointment_reminder:en_US').trim().nullish(),
	)
	.transform((text, context): TemplateChoice | undefined => {
		if (!text) return undefined;
		const [, name, language, category] = CHOICE.exec(text) ?? [];
		if (name && language)
			return {
				...{ name, language: language.replace('-', '_') },
				...(category ? { category: category as TemplateChoice['category'] } : {}),
			};
		context.addIssue({
			code: 'custom',
			message: 'must be name:language, or name:language:category, e.g. appointment_reminder:en_US:utility',
		});
		return z.NEVER;
	});

const FILES = ['image', 'video', 'document'] as const;

/** What a template needs besides its name and language. */
export type TemplateFilling = Pick<TemplateContent, 'parameters' | 'header' | 'buttons'>;

/**
 * The values of a template by the IDs of its variables (`body.1`, `body.name`, `header.image`, `button.0`).
 */
export const templateVariablesSchema = z
	.record(z.string(), z.coerce.string('must be text').nullable(), 'must be an object of texts')
	.default({})
	.transform((values, context): TemplateFilling => {
		const unfit = Object.keys(values).filter((id) => !partsOf(id).part);
		for (const id of unfit) {
			const allowed = 'names of variables begin with body., header. or button., e.g. body.1';
			context.addIssue({ code: 'custom', message: `has "${id}"; ${allowed}` });
		}
		return templateFilling(Object.entries(values).map(([id, text]) => ({ name: id, text: text ?? '' })));
	});

/** Puts the values of a template where they belong: a name such as `header.image` or `button.0` is one outside its text. */
export function templateFilling(values: { name?: string; text: string }[]): TemplateFilling {
	const entries = values.map(({ name = '', text }) => {
		const parts = partsOf(name);
		return parts.part ? { ...parts, text } : { part: 'body', name, text };
	});
	const of = (wanted: string) => entries.filter(({ part }) => part === wanted);
	const [header] = of('header');
	const buttons = of('button').map(buttonOf);
	return {
		parameters: inOrder(of('body')).map(({ name, text }) => withName(name, text)),
		...(header ? { header: headerOf(header) } : {}),
		...(buttons.length > 0 ? { buttons } : {}),
	};
}

interface Entry {
	name: string;
	text: string;
}

function partsOf(id: string): { part?: string; name: string } {
	const [, part, name = ''] = /^(body|header|button)\.(.+)$/.exec(id) ?? [];
	const isFit = part !== undefined && (part !== 'button' || /^\d+(\.code)?$/.test(name));
	return isFit ? { part, name } : { name };
}

const isNumber = (name: string) => /^\d+$/.test(name);

/** Numbered variables go to Meta in the order of their numbers, whatever the order of the fields. */
function inOrder(entries: Entry[]): Entry[] {
	return entries.every(({ name }) => isNumber(name))
		? [...entries].sort((a, b) => Number(a.name) - Number(b.name))
		: entries;
}

function withName(name: string, text: string): { name?: string; text: string } {
	return name === '' || isNumber(name) ? { text } : { name, text };
}

function headerOf({ name, text }: Entry): TemplateHeader {
	const file = FILES.find((type) => type === name);
	if (file) return { type: file, ...(isNumber(text) ? { id: text } : { link: text }) };
	if (name !== 'location') return { type: 'text', ...withName(name, text) };
	const [latitude = NaN, longitude = NaN] = text.split(',').map(Number);
	return { type: 'location', latitude, longitude };
}

function buttonOf({ name, text }: Entry): TemplateButton {
	return {
		index: Number.parseInt(name, 10),
		type: name.endsWith('.code') ? 'copy_code' : 'url',
		text,
	};
}
