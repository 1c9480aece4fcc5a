/** The fixed ids, secrets and names of the sandbox's world. None of them is a real secret. */
export const world = {
	appId: '100000000000001',
	appSecret: 'sandbox-app-secret',
	verifyToken: 'sandbox-verify-token',
	accessToken: 'sandbox-access-token',
	modelKey: 'sandbox-model-key',
	model: 'sandbox-rules-1',
	businessName: 'Sandbox Business',
	whatsapp: {
		account: '200000000000001',
		phoneNumberId: '210000000000001',
		displayNumber: '+57 601 555 0100',
	},
	instagram: { account: '300000000000001', username: 'sandbox.business' },
	messenger: { page: '400000000000001' },
} as const;

export const channels = ['whatsapp', 'instagram', 'messenger'] as const;
export type Channel = (typeof channels)[number];

/** The business side's id on a channel: phone number ID, Instagram account ID or Page ID. */
export function accountOf(channel: Channel): string {
	if (channel === 'whatsapp') return world.whatsapp.phoneNumberId;
	return channel === 'instagram' ? world.instagram.account : world.messenger.page;
}

/** The channel whose business side has this id, or undefined. */
export function channelOf(account: string): Channel | undefined {
	return channels.find((channel) => accountOf(channel) === account);
}
