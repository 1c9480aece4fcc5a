import type { Sink } from '../../../meta/webhook/sink.ts';
import type { Item } from './platform.ts';

/** News about a conversation that nothing here depends on; a workflow may still want them. */
export function parseOther(key: string) {
	return ({ about }: Item, _path: string, sink: Sink): void =>
		sink.event({
			...about,
			kind: 'other',
			id: `${key}:${about.contact.id}:${about.at}`,
			opensWindow: false,
		});
}
