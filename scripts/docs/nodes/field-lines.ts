import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { conditionOf } from './conditions.ts';
import type { PageWords } from './page-words.ts';

/** Longer ones are examples to be replaced; the list of weekdays and of platforms still fits. */
const LONGEST_DEFAULT = 120;

type Inner = NonNullable<INodeProperties['options']>[number];

/** A list of fields with everything inside them, one line each. */
export function fieldLines(
	fields: readonly INodeProperties[],
	around: readonly INodeProperties[],
	words: PageWords,
	indent = '',
): string[] {
	return fields
		.filter(({ type }) => type !== 'hidden')
		.flatMap((field) => {
			const siblings = [...fields, ...around];
			if (field.type === 'notice') return [`${indent}- ${noticeText(field, siblings, words)}`];
			return [
				`${indent}- ${fieldText(field, siblings, words)}`,
				...insideLines(field.options ?? [], siblings, words, `${indent}  `),
			];
		});
}

/** Choices that explain themselves stand in one line. */
function insideLines(
	inside: readonly Inner[],
	around: readonly INodeProperties[],
	words: PageWords,
	indent: string,
): string[] {
	const isPlain = (inner: Inner) => !('values' in inner) && !('type' in inner) && !('description' in inner);
	if (inside.length > 0 && inside.every(isPlain))
		return [`${indent}- ${inside.map(({ name }) => `**${name}**`).join(', ')}`];
	return inside.flatMap((inner) => innerLines(inner, around, words, indent));
}

function innerLines(
	inner: Inner,
	around: readonly INodeProperties[],
	words: PageWords,
	indent: string,
): string[] {
	if ('values' in inner) return fieldLines((inner as INodePropertyCollection).values, around, words, indent);
	if ('type' in inner) return fieldLines([inner as INodeProperties], around, words, indent);
	const { name, description } = inner as INodePropertyOptions;
	return [`${indent}- **${name}**${description === undefined ? '' : `: ${prose(description, words)}`}`];
}

function fieldText(field: INodeProperties, around: readonly INodeProperties[], words: PageWords): string {
	const notes = [
		field.required === true ? words.required : '',
		defaultOf(field, words),
		conditionOf(field, around, words),
	].filter(Boolean);
	const hint = field.hint === undefined ? '' : prose(field.hint, words);
	const example =
		field.description === undefined && /^e\.g\. /.test(field.placeholder ?? '')
			? `${words.example} \`${field.placeholder?.slice('e.g. '.length)}\``
			: '';
	const said = field.description === undefined ? '' : prose(field.description, words);
	const told = said && hint ? `${said.replace(/\.$/, '')}. ${hint}` : said || hint;
	const name = `**${field.displayName}**${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
	return [name, told || example].filter(Boolean).join(': ');
}

function noticeText(field: INodeProperties, around: readonly INodeProperties[], words: PageWords): string {
	const condition = conditionOf(field, around, words);
	const text = words.text(field.displayName).replace(/\s*\n\s*/g, '');
	return `${words.note}${condition ? ` (${condition})` : ''}: ${text}`;
}

/** Angle and curly brackets and stars are text, not markup. */
function prose(english: string, words: PageWords): string {
	return words
		.text(english)
		.replace(/\{\{\w+\}\}/g, '`$&`')
		.replace(/[<>*]/g, '\\$&');
}

function defaultOf(field: INodeProperties, words: PageWords): string {
	const { default: value, type } = field;
	if (type === 'collection' || type === 'fixedCollection' || type === 'resourceLocator') return '';
	const said = Array.isArray(value)
		? value.map((one) => choice(field, one)).join(', ')
		: typeof value === 'boolean'
			? value
				? words.on
				: words.off
			: value === undefined || value === null || value === '' || typeof value === 'object'
				? ''
				: choice(field, value);
	return said === '' || said.length > LONGEST_DEFAULT ? '' : `${words.defaultValue} ${said}`;
}

function choice({ options, type }: INodeProperties, value: unknown): string {
	const choices = type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
	const name = choices?.find((one) => one.value === value)?.name;
	return name === undefined ? `\`${String(value).replace(/\s*\n\s*/g, ' ')}\`` : `**${name}**`;
}
