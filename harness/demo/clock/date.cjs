const { now } = require('./shared-time.cjs');

/** Makes `new Date()`, `Date()` and `Date.now()` tell the clock's time. Dates made before or elsewhere stay instances of it. */
function replaceDate() {
	const RealDate = Date;
	const ClockDate = new Proxy(RealDate, {
		construct: (target, args, newTarget) =>
			Reflect.construct(
				target,
				args.length === 0 ? [now()] : args,
				newTarget === ClockDate ? target : newTarget,
			),
		apply: () => new RealDate(now()).toString(),
	});
	RealDate.now = now;
	RealDate.prototype.constructor = ClockDate;
	globalThis.Date = ClockDate;
}

module.exports = { replaceDate };
