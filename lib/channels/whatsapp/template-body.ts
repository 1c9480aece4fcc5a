import type { TemplateButton, TemplateContent, TemplateHeader } from '../../follow-up/types.ts';

/** The `template` of a WhatsApp message: name, language and a component for each part that has values. */
export function templateBody({ name, language, parameters, header, buttons = [] }: TemplateContent): object {
	const components = [
		...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
		...(parameters.length > 0 ? [{ type: 'body', parameters: parameters.map(textParameter) }] : []),
		...buttons.map(buttonComponent),
	];
	return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}

function textParameter({ name, text }: { name?: string; text: string }): object {
	return { type: 'text', ...(name ? { parameter_name: name } : {}), text };
}

function headerParameter(header: TemplateHeader): object {
	if (header.type === 'text') return textParameter(header);
	if (header.type === 'location') {
		const { type: _type, ...location } = header;
		return { type: 'location', location };
	}
	const { type, id, link, filename } = header;
	const file = { ...(id ? { id } : { link }), ...(type === 'document' && filename ? { filename } : {}) };
	return { type, [type]: file };
}

function buttonComponent({ index, type, text }: TemplateButton): object {
	const value = {
		url: { type: 'text', text },
		quick_reply: { type: 'payload', payload: text },
		copy_code: { type: 'coupon_code', coupon_code: text },
	}[type];
	return { type: 'button', sub_type: type, index: String(index), parameters: [value] };
}
