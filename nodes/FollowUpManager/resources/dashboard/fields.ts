import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import type { Language } from '../../../../lib/index.ts';

/** The language of a page whose address names none; a reader changes it on the page. */
export const languageParameter: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'options',
	options: [
		{ name: 'English', value: 'en' },
		{ name: 'Spanish', value: 'es' },
	],
	default: 'en',
	description: 'The language that the page begins in; whoever reads it can change it there',
};

export function readLanguage(context: IExecuteFunctions, itemIndex: number): Language {
	return context.getNodeParameter('language', itemIndex, 'en') as Language;
}

/**
 * What a webhook received; an expression gives an object, whoever types it gives text.
 * @throws NodeOperationError when the text is no JSON.
 */
export function readReceived(context: IExecuteFunctions, name: string, itemIndex: number): unknown {
	const given: unknown = context.getNodeParameter(name, itemIndex, {});
	if (typeof given !== 'string') return given;
	if (given.trim() === '') return {};
	try {
		return JSON.parse(given) as unknown;
	} catch {
		throw new NodeOperationError(context.getNode(), `What the field "${name}" holds is not JSON`, {
			itemIndex,
			description:
				'Leave the expression that takes it from the Webhook node, or give an object such as {"view": "log"}',
		});
	}
}
