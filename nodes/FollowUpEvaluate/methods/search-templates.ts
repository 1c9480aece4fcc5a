import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listTemplates, templateChoice, templateOptions } from '../../../lib/index.ts';
import { toNodeError } from '../../shared/errors.ts';
import { graphTransport } from '../../shared/graph-transport.ts';

/** The approved templates of the account, for the picker of a follow-up. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	try {
		const account = templateAccount(this);
		const templates = await listTemplates(await graphTransport(this), account, { status: 'APPROVED' });
		const chosen = new Map(templates.map((one) => [`${one.name}:${one.language}`, templateChoice(one)]));
		const results = templateOptions(templates, filter).map(({ name, value, description }) => ({
			...{ name, description },
			value: chosen.get(value) ?? value,
		}));
		return { results };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

/** The account whose templates are listed, as it stands in the editor. */
function templateAccount(context: ILoadOptionsFunctions): string {
	if (!context.getNode().credentials?.metaMessagingApi)
		throw new Error(
			'Choose a Meta Messaging API credential, below on this node, to list templates, or write By Name and Language',
		);
	const account = String(context.getCurrentNodeParameter('whatsAppAccount') ?? '').trim();
	if (account === '')
		throw new Error(
			'Fill in WhatsApp Account ID, below on this node, to list templates, or write By Name and Language',
		);
	return account;
}
