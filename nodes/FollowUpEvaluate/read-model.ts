import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { openAiModel, type DecisionModel } from '../../lib';

/** The model chosen on the node, or undefined for rules only. */
export async function readModel(context: IExecuteFunctions): Promise<DecisionModel | undefined> {
	if (context.getNodeParameter('decideBy', 0) === 'rulesOnly') return undefined;
	const model = context.getNodeParameter('model', 0, '', { extractValue: true }) as string;
	if (!model) {
		throw new NodeOperationError(context.getNode(), 'No model is chosen', {
			description: 'Choose a model under Model, or set Decide By to Rules Only',
		});
	}
	const { baseUrl, apiKey } = await context.getCredentials<{ baseUrl: string; apiKey: string }>(
		'openAiCompatibleApi',
	);
	return openAiModel({ baseUrl, apiKey, model });
}
