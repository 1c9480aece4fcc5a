import { existsSync, mkdirSync, mkdtempSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../harness/n8n/lock.ts';

const newLock = () => join(mkdtempSync(join(tmpdir(), 'meta-followup-lock-')), 'n8n.lock');
const nobodyWaits = () => {
	throw new Error('Nobody should wait');
};

test('a lock is held while something is done, and given back also when that fails', async () => {
	const folder = newLock();
	const options = { patienceMs: 0, onWait: nobodyWaits };
	expect(await withLock(folder, { ...options, action: async () => existsSync(folder) })).toBe(true);
	const action = async () => await Promise.reject(new Error('no space left'));
	await expect(withLock(folder, { ...options, action })).rejects.toThrow('no space left');
	expect(existsSync(folder)).toBe(false);
});

test('who comes second is told once that there is a wait, and gives up with a way out', async () => {
	const folder = newLock();
	const onWait = jest.fn();
	await withLock(folder, {
		...{ patienceMs: 0, onWait: nobodyWaits },
		action: async () => {
			const second = withLock(folder, { patienceMs: 0, onWait, action: async () => {} });
			await expect(second).rejects.toThrow(`has held ${folder}`);
		},
	});
	expect(onWait).toHaveBeenCalledTimes(1);
});

test('a lock that a killed process left behind stands in nobody’s way', async () => {
	const folder = newLock();
	mkdirSync(folder);
	const longAgo = new Date(Date.now() - 120_000);
	utimesSync(folder, longAgo, longAgo);
	const options = { patienceMs: 0, onWait: nobodyWaits };
	expect(await withLock(folder, { ...options, action: async () => 'done' })).toBe('done');
});
