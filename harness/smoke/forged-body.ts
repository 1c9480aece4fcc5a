/** A WhatsApp delivery as an attacker would make it up: right in everything but the signature. */
export function forgedBody(text: string): unknown {
	const contact = '573009999999';
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '200000000000001',
				changes: [
					{
						field: 'messages',
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: '576015550100', phone_number_id: '210000000000001' },
							contacts: [{ profile: { name: 'Forger' }, wa_id: contact }],
							messages: [
								{
									from: contact,
									id: 'wamid.SMOKE-FORGED',
									timestamp: String(Math.floor(Date.now() / 1000)),
									type: 'text',
									text: { body: text },
								},
							],
						},
					},
				],
			},
		],
	};
}
