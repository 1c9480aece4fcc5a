import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { GraphTransport, Template } from '../../../lib/index.ts';
import { isSendable, templateVariables, textOf } from '../../../lib/index.ts';
import type { Operation } from '../../shared/operation.ts';

/** What an operation does with one item; it gives the JSON of the output items. */
export type RunTemplate = (
	context: IExecuteFunctions,
	transport: GraphTransport,
	itemIndex: number,
) => Promise<IDataObject[]>;

export type TemplateOperation = Operation<RunTemplate>;

/** The WhatsApp account that owns the templates. */
export function accountOf(context: IExecuteFunctions, itemIndex: number): string {
	return (context.getNodeParameter('whatsAppAccount', itemIndex) as string).trim();
}

/** A template as users read it: with its text, what it needs, and whether it can be sent now. */
export function templateItem(template: Template): IDataObject {
	const { components, ...about } = template;
	const variables = templateVariables(template).map((variable) => ({ ...variable }));
	return {
		...about,
		text: textOf(template),
		sendable: isSendable(template),
		variables,
		components,
	} as IDataObject;
}
