import { createServer, type Server, type Socket } from 'node:net';

/** A mail server on this machine that keeps what it gets, for workflows that write to a person. */
export class Mailbox {
	readonly mails: string[] = [];
	readonly #server: Server;
	readonly #onMail: (mail: string) => void;

	/** `onMail` hears of each mail as it comes. */
	constructor(port: number, onMail: (mail: string) => void = () => {}) {
		this.#onMail = onMail;
		this.#server = createServer((socket) => this.#serve(socket)).listen(port, '127.0.0.1');
	}

	/** The mails in which all of these stand. */
	with(...texts: string[]): string[] {
		return this.mails.filter((mail) => texts.every((text) => mail.includes(text)));
	}

	close(): void {
		this.#server.close();
	}

	#serve(socket: Socket): void {
		const log = (line: string) => socket.write(`${line}\r\n`);
		let text = '';
		let inData = false;
		socket.setEncoding('utf8').on('error', () => socket.destroy());
		socket.on('data', (chunk: string) => {
			text += chunk;
			for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n')) {
				if (inData) {
					const stop = text.indexOf('\r\n.\r\n');
					if (stop === -1) return;
					const mail = decoded(text.slice(0, stop));
					this.mails.push(mail);
					this.#onMail(mail);
					text = text.slice(stop + 5);
					inData = false;
					log('250 kept');
					continue;
				}
				const command = text.slice(0, end).toUpperCase();
				text = text.slice(end + 2);
				inData = command === 'DATA';
				log(inData ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok');
			}
		});
		log('220 mailbox');
	}
}

/** Mails fold long lines, headers in another way than the text, and write everything beyond ASCII in codes. */
function decoded(mail: string): string {
	const [head = '', ...text] = mail.split('\r\n\r\n');
	const headers = head.replace(/\r\n[ \t]/g, ' ');
	const body = text.join('\r\n\r\n').replace(/=\r\n/g, '');
	return `${headers}\r\n\r\n${body}`.replace(/((?:=[0-9A-F]{2})+)/g, (codes) =>
		Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'),
	);
}
