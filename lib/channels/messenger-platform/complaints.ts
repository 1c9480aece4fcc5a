import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Outgoing } from '../../meta/send/outgoing.ts';
import { buttonsComplaint, linkComplaint, textComplaint } from '../complaints.ts';
import type { MessengerPlatformChannel } from './channel.ts';

/** Those of quick replies are widely used figures that were not checked against Meta's page. */
const QUICK_REPLIES = { most: 13, title: 20, id: 1000 };

/** What Messenger or Instagram would not take of a message; undefined when all is well. */
export function messengerPlatformComplaint(
	channel: MessengerPlatformChannel,
	content: Outgoing,
): string | undefined {
	const name = CHANNEL_NAMES[channel];
	switch (content.kind) {
		case 'text':
			return textComplaint(channel, content.text);
		case 'media':
			if (content.id)
				return `${name} takes files by link only. Put the file at a public address and fill in Link`;
			if (content.caption) return `${name} has no captions. Send the text as a message of its own`;
			return linkComplaint(content);
		case 'buttons':
			if (content.header || content.footer)
				return `${name} has no header or footer with buttons. Leave them empty`;
			return textComplaint(channel, content.text) ?? buttonsComplaint(channel, content, QUICK_REPLIES);
		case 'template':
			return `${name} has no templates. Send a text while the messaging window is open`;
	}
}
