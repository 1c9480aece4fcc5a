import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, shown, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

/** Reads a reaction, or its removal. Source: Meta, webhook reference "message_reactions"; read 2026-11-22. */
export function parseReaction(item: Item, path: string, sink: Sink): void {
	if (item.fromBusiness) return sink.ignore(path, 'a reaction of the business itself');
	const json = asObject(item.json.reaction) as Json;
	const mid = asText(json.mid);
	const action = asText(json.action);
	if (!mid) return sink.ignore(path, 'reaction.mid is missing');
	if (action !== 'react' && action !== 'unreact')
		return sink.ignore(path, `reaction.action ${shown(json.action)} is neither react nor unreact`);
	const emoji = asText(json.emoji) ?? asText(json.reaction);
	// Reactions have no ID of their own, and the same one may be given, taken back and given again.
	const id = `${mid}:${action}:${emoji ?? ''}:${item.about.at}`;
	sink.event({
		...item.about,
		...{ kind: 'reaction' as const, id },
		opensWindow: !item.isStandby && item.platform.opensWindow[action],
		message: {
			...{ id, type: 'reaction', replyTo: mid },
			...(action === 'react' && emoji !== undefined ? { text: emoji } : {}),
		},
	});
}
