import { labelFor } from './label.ts';

const RATE = 48_000;
/** Twenty milliseconds of silence. Source: RFC 6716; a frame without sound has no bytes behind its head. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const FRAME = 960;
/** A page of Ogg holds at most 255 of such frames. Source: RFC 3533, section 6. */
const FRAMES_A_PAGE = 250;

/** A voice note as WhatsApp makes them: Opus in Ogg. It is silent; what is said stands in its comment. */
export function voiceNote(text: string, seconds: number): Buffer {
	const head = Buffer.alloc(19);
	head.write('OpusHead', 0, 'latin1');
	head.writeUInt8(1, 8);
	head.writeUInt8(1, 9);
	head.writeUInt32LE(16_000, 12);
	const pages = [page([head], 0n, 0, 0x02), page([tags(text)], 0n, 1, 0)];
	const frames = Math.max(1, Math.round((seconds * RATE) / FRAME));
	for (let done = 0; done < frames; ) {
		const some = Math.min(FRAMES_A_PAGE, frames - done);
		done += some;
		const packets = Array.from({ length: some }, () => SILENCE);
		pages.push(page(packets, BigInt(done * FRAME), pages.length, done === frames ? 0x04 : 0));
	}
	return Buffer.concat(pages);
}

/** Source: RFC 7845, section 5.2. */
function tags(text: string): Buffer {
	const vendor = Buffer.from('sandbox');
	const comment = labelFor(text);
	return Buffer.concat([
		Buffer.from('OpusTags', 'latin1'),
		...[length(vendor.length), vendor, length(1), length(comment.length), comment],
	]);
}

function length(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function page(packets: Buffer[], position: bigint, number: number, flags: number): Buffer {
	const sizes = packets.flatMap((packet) => lacing(packet.length));
	const head = Buffer.alloc(27);
	head.write('OggS', 0, 'latin1');
	head.writeUInt8(flags, 5);
	head.writeBigInt64LE(position, 6);
	head.writeUInt32LE(0x5a4d, 14);
	head.writeUInt32LE(number, 18);
	head.writeUInt8(sizes.length, 26);
	const whole = Buffer.concat([head, Buffer.from(sizes), ...packets]);
	whole.writeUInt32LE(checksum(whole), 22);
	return whole;
}

function lacing(size: number): number[] {
	return [...Array.from({ length: Math.floor(size / 255) }, () => 255), size % 255];
}

/** Source: RFC 3533, section 6: CRC with 0x04c11db7, neither reflected nor inverted. */
function checksum(bytes: Buffer): number {
	let sum = 0;
	for (const byte of bytes) {
		sum ^= byte << 24;
		for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	}
	return sum >>> 0;
}
