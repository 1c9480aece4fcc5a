import { asText } from '../../meta/webhook/read.ts';
import type { ChannelDriver } from '../channel-driver.ts';

/** Source of both: Meta, User Profile API of Messenger and of Instagram Messaging; read 2026-12-01. */
type ProfileReader = NonNullable<ChannelDriver['profile']>;

/** Longer names are cut: they stand in lists. */
const NAME_MAX = 200;

const text = (value: unknown): string | undefined => {
	const known = asText(value)?.trim().slice(0, NAME_MAX);
	return known === '' ? undefined : known;
};

export const INSTAGRAM_PROFILE: ProfileReader = {
	fields: 'name,username',
	read: (json) => withoutGaps({ name: text(json.name), username: text(json.username) }),
};

export const MESSENGER_PROFILE: ProfileReader = {
	fields: 'first_name,last_name',
	read: (json) => {
		const parts = [text(json.first_name), text(json.last_name)].filter((one) => one !== undefined);
		return withoutGaps({ name: parts.length > 0 ? parts.join(' ') : undefined });
	},
};

function withoutGaps(names: { name?: string | undefined; username?: string | undefined }) {
	return Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined)) as {
		name?: string;
		username?: string;
	};
}
