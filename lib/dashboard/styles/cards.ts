/** The cards of the follow-ups and their switch. */
export const CARDS = `
.health { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 0.7rem 1.1rem; }
.health dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.5rem 1rem; }
.health dd { font-weight: 600; }
.health dd.good { color: var(--good); }
.chatbot { display: grid; gap: 1rem; }
.chatbot-head { display: grid; gap: 0.25rem; }
.count { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; font-weight: 600; }
meter { width: 7rem; height: 0.8rem; }
.stop { max-width: 60rem; }
.not-running { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1rem; }
.cards > li { display: grid; }
.card {
	display: grid;
	gap: 0.6rem;
	align-content: start;
	background: var(--card);
	border: 1px solid var(--line);
	border-top: 5px solid var(--tint);
	border-radius: 14px;
	padding: 1rem 1.1rem;
	overflow-wrap: anywhere;
}
.card.is-off { background: var(--raised); border-top-style: dashed; }
.card header { display: flex; justify-content: space-between; align-items: start; gap: 0.75rem; }
.card h3 a { color: var(--text); text-decoration: none; }
.card h3 a:hover { text-decoration: underline; }
.card .description {
	display: -webkit-box;
	-webkit-box-orient: vertical;
	-webkit-line-clamp: 3;
	overflow: hidden;
}
.card dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.2rem 1rem; border-top: 1px solid var(--line); padding-top: 0.6rem; }
.card dl > div { display: contents; }
dt { color: var(--soft); font-size: 0.9rem; }
.figure { font-weight: 700; font-variant-numeric: tabular-nums; }
.card .whole { grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0.5rem 1.5rem; }
.whole dd { white-space: pre-wrap; }
.switch {
	display: inline-flex;
	align-items: center;
	gap: 0.5rem;
	min-height: 2rem;
	padding: 0.15rem 0.25rem;
	border: 0;
	border-radius: 999px;
	background: none;
	font-size: 0.9rem;
	font-weight: 600;
	white-space: nowrap;
	cursor: pointer;
}
.track { display: block; width: 2.5rem; height: 1.4rem; padding: 0.15rem; border-radius: 999px; background: light-dark(#6f7b8a, #5b6877); }
.thumb { display: block; width: 1.1rem; height: 1.1rem; border-radius: 50%; background: #fff; }
[aria-checked='true'] .track { background: var(--accent); }
[aria-checked='true'] .thumb { margin-left: 1.1rem; }
@media (max-width: 34rem) {
	.card .whole { grid-template-columns: minmax(0, 1fr); gap: 0; }
	.card .whole dd { margin-bottom: 0.5rem; }
	.switch { min-height: 2.75rem; }
}
@media (forced-colors: active) {
	.track { border: 1px solid ButtonText; }
	.thumb { background: ButtonText; }
}
`;
