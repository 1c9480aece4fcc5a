import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listTemplates, templateKey, templateOptions } from '../../../lib/index.ts';
import { toNodeError } from '../../shared/errors.ts';
import { graphTransport } from '../../shared/graph-transport.ts';

/** The templates that can be sent now, for the picker of Send Template. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const options = templateOptions(await load(this, 'APPROVED'), filter);
	return { results: options.map(({ name, value }) => ({ name, value })) };
}

/** All templates with their status, for reading and deleting. */
export async function searchAllTemplates(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const results = (await load(this))
		.map((template) => ({
			name: `${template.name} (${template.language}, ${template.status.toLowerCase()})`,
			value: templateKey(template),
		}))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}

async function load(context: ILoadOptionsFunctions, status?: string) {
	try {
		const account = String(context.getCurrentNodeParameter('whatsAppAccount') ?? '').trim();
		if (account === '') throw new Error('Fill in WhatsApp Account ID first');
		return await listTemplates(await graphTransport(context), account, status ? { status } : {});
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
