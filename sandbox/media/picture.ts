import { crc32, deflateSync } from 'node:zlib';
import { labelFor } from './label.ts';

const SIZE = 32;

/** A small grey picture; what is to be seen stands in its comment. Source: PNG specification, sections 5 and 11. */
export function picture(text: string): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(SIZE, 0);
	header.writeUInt32BE(SIZE, 4);
	header.writeUInt8(8, 8);
	const rows = Buffer.alloc(SIZE * (SIZE + 1), 0xcc);
	for (let row = 0; row < SIZE; row += 1) rows[row * (SIZE + 1)] = 0;
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), labelFor(text)])),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(name: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
