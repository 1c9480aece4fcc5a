import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { findTemplate, parseTemplateKey, templateVariables } from '../../../lib/index.ts';
import { toNodeError } from '../../shared/errors.ts';
import { graphTransport } from '../../shared/graph-transport.ts';

/** One field for each value the chosen template needs: in its header, its text and its buttons. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const { value: key } = (this.getCurrentNodeParameter('template') || {}) as { value?: unknown };
	if (typeof key !== 'string' || key === '') return { fields: [] };
	try {
		const account = String(this.getCurrentNodeParameter('whatsAppAccount') ?? '').trim();
		const template = await findTemplate(await graphTransport(this), account, parseTemplateKey(key));
		const fields = templateVariables(template).map(
			({ id, label, example }): ResourceMapperField => ({
				id,
				displayName: example ? `${label} (e.g. ${example})` : label,
				required: true,
				defaultMatch: false,
				display: true,
				type: 'string',
			}),
		);
		return {
			fields,
			...(fields.length === 0 ? { emptyFieldsNotice: 'This template has no variables' } : {}),
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
