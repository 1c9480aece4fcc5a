import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { MediaFile, MediaKind } from '../../../lib/index.ts';
import { errorJson, toNodeError } from '../../shared/errors.ts';

/** Which file of a customer is meant. */
export const mediaField: INodeProperties = {
	displayName: 'Media ID or Address',
	name: 'media',
	type: 'string',
	required: true,
	default:
		'={{ $json.event.message.file?.id ?? $json.event.message.file?.url ?? $json.event.message.media?.id }}',
	description:
		'ID of a file on WhatsApp, its address on Instagram and Messenger, as the trigger gave it out. Meta keeps a file for a few days.',
};

/** The file of an item, and the channel whose limits hold: only WhatsApp gives IDs. */
export function readMedia(context: IExecuteFunctions, itemIndex: number, kind: MediaKind) {
	const given = String(context.getNodeParameter('media', itemIndex, '') ?? '').trim();
	const isAddress = /^https?:/i.test(given);
	const file: MediaFile = isAddress ? { kind, url: given } : { kind, id: given };
	return { file, channel: isAddress ? ('messenger' as const) : ('whatsapp' as const) };
}

/** One item after the other; nothing is sent, so what fails may be run again. */
export async function eachItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Promise<INodeExecutionData>,
): Promise<INodeExecutionData[][]> {
	const results: INodeExecutionData[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const pairedItem = { item: itemIndex };
		try {
			results.push({ ...(await work(itemIndex)), pairedItem });
		} catch (error) {
			const shown = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw shown;
			results.push({ json: errorJson(shown), pairedItem });
		}
	}
	return [results];
}
