import { api, byId, words } from './dom.js';

/** What a voice note or picture is called above its words. */
export function mediaTag({ type }) {
	return { audio: `🎤 ${words.voiceNote}`, image: `🖼 ${words.picture}` }[type] ?? '';
}

/** Lets the customer say or show what is typed, or send a file that was chosen. */
export function mediaControls(chosen, when) {
	const field = byId('customer-text');
	const send = async (event) => {
		try {
			await api('POST', `/customers/${chosen()}/events`, { ...event, ...when() });
			field.value = '';
		} catch (error) {
			alert(error.message);
		}
	};
	for (const kind of ['voice', 'picture'])
		byId(`send-${kind}`).addEventListener('click', () => {
			const text = field.value.trim();
			return text ? send({ kind, text }) : field.focus();
		});
	byId('send-file').addEventListener('change', async ({ target }) => {
		const [file] = target.files;
		if (!file) return;
		const kind = file.type.startsWith('image/') ? 'picture' : 'voice';
		await send({ kind, file: await base64(file), mime: file.type });
		target.value = '';
	});
}

async function base64(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}
