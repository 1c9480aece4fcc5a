import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { PageWords } from './page-words.ts';

/** These two are headings of the page and need no words at the field. */
const HEADINGS = ['resource', 'operation'];

/** When a field is shown, in words; empty where it is always there. */
export function conditionOf(
	{ displayOptions }: INodeProperties,
	around: readonly INodeProperties[],
	words: PageWords,
): string {
	const pairs = (values: Record<string, unknown[] | undefined> | undefined) =>
		Object.entries(values ?? {})
			.filter(([name]) => !HEADINGS.includes(name))
			.map(([name, wanted]) => oneCondition(name, wanted ?? [], around, words))
			.join(` ${words.and} `);
	const shown = pairs(displayOptions?.show);
	const hidden = pairs(displayOptions?.hide);
	return [shown && `${words.when} ${shown}`, hidden && `${words.unless} ${hidden}`]
		.filter(Boolean)
		.join('; ');
}

function oneCondition(
	name: string,
	wanted: readonly unknown[],
	around: readonly INodeProperties[],
	words: PageWords,
): string {
	const key = name.replace(/^\//, '');
	// Several fields of one name are told apart by the operation; their choices are put together.
	const fields = around.filter((one) => one.name === key);
	if (fields[0] === undefined) throw new Error(`A field depends on "${name}", which the node does not have.`);
	const choices = fields.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[]);
	const values = wanted.map((value) => {
		if (typeof value === 'boolean') return value ? words.on : words.off;
		const choice = choices.find((one) => one.value === value)?.name;
		return choice === undefined ? `\`${String(value)}\`` : `**${choice}**`;
	});
	return `**${fields[0].displayName}** ${words.is} ${values.join(` ${words.or} `)}`;
}
