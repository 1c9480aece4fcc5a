import type { TemplateContent } from '../types.ts';

/** A value of a template as a definition in JSON writes it. */
export interface WrittenParameter {
	name?: string;
	value: string;
}

/** Names that stand for a place outside the text of a template, or that name a place inside it. */
const PLACE = /^(body|header|button)\./;

/** The values of a template as a list: those of its text, then what its header and its buttons need. */
export function writeParameters({ parameters, header, buttons = [] }: TemplateContent): WrittenParameter[] {
	return [
		...parameters.map(({ name, text }) => ({
			...(name === undefined ? {} : { name: PLACE.test(name) ? `body.${name}` : name }),
			value: text,
		})),
		...(header ? [writeHeader(header)] : []),
		...buttons.map(({ index, type, text }) => ({
			name: `button.${index}${type === 'copy_code' ? '.code' : ''}`,
			value: text,
		})),
	];
}

function writeHeader(header: NonNullable<TemplateContent['header']>): WrittenParameter {
	if (header.type === 'text') return { name: `header.${header.name ?? '1'}`, value: header.text };
	if (header.type === 'location')
		return { name: 'header.location', value: `${header.latitude},${header.longitude}` };
	return { name: `header.${header.type}`, value: header.id ?? header.link ?? '' };
}
