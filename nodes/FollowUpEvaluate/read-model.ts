import { NodeConnectionTypes, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { forOneRun, openAiModel, type DecisionModel } from '../../lib/index.ts';
import { connectedModel, isChatModel } from './connected-model.ts';

interface ModelOptions {
	temperature?: number;
	timeoutSeconds?: number;
}

/** The model chosen on the node, for one batch; or undefined for rules only. */
export async function readModel(context: IExecuteFunctions): Promise<DecisionModel | undefined> {
	const decideBy = context.getNodeParameter('decideBy', 0) as string;
	if (decideBy === 'rulesOnly') return undefined;
	const { temperature, timeoutSeconds } = context.getNodeParameter('modelOptions', 0, {}) as ModelOptions;
	const timeout = timeoutSeconds === undefined ? {} : { timeoutMs: timeoutSeconds * 1000 };
	const model =
		decideBy === 'connectedModel'
			? connectedModel(await connected(context), timeout)
			: openAiModel({
					...(await modelServer(context)),
					...timeout,
					...(temperature === undefined ? {} : { temperature }),
				});
	return forOneRun(model);
}

async function connected(context: IExecuteFunctions) {
	const input: unknown = await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, 0);
	const model: unknown = Array.isArray(input) ? input[0] : input;
	if (isChatModel(model)) return model;
	throw new NodeOperationError(context.getNode(), 'No chat model is connected', {
		description: 'Connect a chat model to the input below the node, or choose something else under Decide By',
	});
}

/** The chosen server with the chosen model. */
export async function modelServer(context: IExecuteFunctions) {
	const model = context.getNodeParameter('model', 0, '', { extractValue: true }) as string;
	if (!model) {
		throw new NodeOperationError(context.getNode(), 'No model is chosen', {
			description: 'Choose a model under Model, or set Decide By to Rules Only',
		});
	}
	const { baseUrl, apiKey } = await context.getCredentials<{ baseUrl: string; apiKey: string }>(
		'openAiCompatibleApi',
	);
	return { baseUrl, apiKey, model };
}
