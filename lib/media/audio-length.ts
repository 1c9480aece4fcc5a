import type { FetchedFile } from '../messaging/media.ts';

/** Opus counts time in samples of this rate, whatever it was recorded with. Source: RFC 7845, section 4. */
const OPUS_RATE = 48_000;

/** How long a recording is, in seconds, where its form tells without decoding it: voice notes of all three channels do. */
export function audioLength({ mimeType, bytes }: FetchedFile): number | undefined {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const seconds = LENGTHS[mimeType]?.(file);
	return seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/** The last page tells how many samples there are before its end. Source: RFC 3533, section 6. */
function oggLength(file: Buffer): number | undefined {
	const last = file.lastIndexOf('OggS');
	if (last < 0 || last + 14 > file.length || !file.includes('OpusHead')) return undefined;
	return Number(file.readBigInt64LE(last + 6)) / OPUS_RATE;
}

/** The box `mvhd` holds a time scale and a length in it. Source: ISO/IEC 14496-12, section 8.2.2. */
function mp4Length(file: Buffer): number | undefined {
	const box = file.indexOf('mvhd');
	if (box < 0 || box + 36 > file.length) return undefined;
	const isLong = file[box + 4] === 1;
	const scale = file.readUInt32BE(box + (isLong ? 24 : 16));
	return (isLong ? Number(file.readBigUInt64BE(box + 28)) : file.readUInt32BE(box + 20)) / scale;
}

/** The chunk `fmt ` tells bytes per second, and what is left after the header is sound. */
function wavLength(file: Buffer): number | undefined {
	const data = file.indexOf('data');
	return file.length < 44 || data < 0 ? undefined : (file.length - data - 8) / file.readUInt32LE(28);
}

const LENGTHS: Readonly<Record<string, (file: Buffer) => number | undefined>> = {
	'audio/ogg': oggLength,
	'audio/mp4': mp4Length,
	'audio/wav': wavLength,
};
