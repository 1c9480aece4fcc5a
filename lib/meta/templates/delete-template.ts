import { GraphError } from '../send/graph-error.ts';
import type { GraphTransport } from '../send/graph-request.ts';
import { asObject } from '../webhook/read.ts';
import type { Template } from './template.ts';

/**
 * Deletes one language of a template; with `allLanguages` the template as a whole.
 * @throws GraphError when Meta refuses, or does not say that it was done.
 */
export async function deleteTemplate(
	transport: GraphTransport,
	account: string,
	{ id, name }: Pick<Template, 'id' | 'name'>,
	{ allLanguages = false }: { allLanguages?: boolean } = {},
): Promise<void> {
	const response = await transport({
		method: 'DELETE',
		path: `${account}/message_templates`,
		query: { name, ...(allLanguages ? {} : { hsm_id: id }) },
	});
	if (response.status >= 300 || asObject(response.body)?.success !== true)
		throw GraphError.from('whatsapp', response);
}
