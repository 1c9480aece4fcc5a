import type { TranscriptMessage } from '../../../messaging/conversation.ts';
import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import { href } from '../../query.ts';
import type { ConversationDetail } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { mediaKind } from './media.ts';

/** What was said, oldest first, as in the chat itself. */
export function messagesPart(context: Context, { messages, hasOlder }: ConversationDetail): Html {
	const { t, view } = context;
	if (messages.length === 0) return html`<p class="empty">${t.talk.noMessages}</p>`;
	const older = href(view.query, { page: view.query.page + 1 });
	return html`${hasOlder ? html`<p><a class="button plain" href="${older}">${t.talk.older}</a></p>` : ''}
		<ol class="said">
			${messages.map((message) => html`<li class="${message.from}">${messagePart(context, message)}</li>`)}
		</ol>`;
}

function messagePart(context: Context, message: TranscriptMessage): Html {
	const { t, f } = context;
	const { from, by, type, text, at } = message;
	const author = from === 'customer' ? t.talk.by.customer : t.talk.by[by ?? 'unknown'];
	const types: Readonly<Record<string, string>> = t.talk.types;
	const named = type === 'text' ? undefined : (types[type] ?? fill(t.talk.otherType, { type }));
	const kind = mediaKind(context, message) ?? named;
	return html`<p class="quiet">${author} · <time datetime="${at}">${f.moment(at)}</time></p>
		<div class="said-text">
			${kind ? html`<p class="kind">${kind}</p>` : ''} ${text ? html`<p class="text">${text}</p>` : ''}
		</div>`;
}
