/** Stops the clock of this test file at a moment; everything else (timers, sockets) goes on as it is. */
export function setClock(now: Date): void {
	jest.useFakeTimers({
		now,
		doNotFake: [
			...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
			...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
		],
	});
}

export function releaseClock(): void {
	jest.useRealTimers();
}
