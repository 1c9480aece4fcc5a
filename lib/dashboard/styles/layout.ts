/** The frame of the page: head, navigation, filters, lists. */
export const LAYOUT = `
.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; padding: 1.5rem 0 0.75rem; }
.top .links { margin-left: auto; display: flex; gap: 1rem; }
.views { border-bottom: 1px solid var(--line); overflow-x: auto; }
.views ul { display: flex; gap: 0.25rem; }
.views a {
	display: block;
	padding: 0.6rem 0.9rem;
	color: var(--soft);
	text-decoration: none;
	white-space: nowrap;
	border-bottom: 3px solid transparent;
}
.views a:hover { color: var(--text); }
.views a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); }
main { display: grid; gap: 1.25rem; padding-top: 1.25rem; grid-template-columns: minmax(0, 1fr); }
#notice:not(:has(*)) { display: none; }
.notice { padding: 0.75rem 1rem; border-radius: 12px; font-weight: 600; }
.notice.good { color: var(--good); background: var(--good-back); }
.notice.warn { color: var(--warn); background: var(--warn-back); }
.alarm { background: var(--warn-back); border: 1px solid var(--warn); border-radius: 14px; padding: 1rem 1.25rem; }
.alarm h2 { color: var(--warn); display: inline; }
.alarm summary { cursor: pointer; }
.alarm > p { padding-top: 0.35rem; }
.alarm li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem; padding-top: 0.5rem; }
.alarm li > div { flex: 1 1 20rem; }
.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; }
.filters label { display: grid; gap: 0.15rem; font-size: 0.85rem; color: var(--soft); flex: 0 1 11rem; }
.filters .wide { flex: 1 1 14rem; max-width: 22rem; }
.filters input, .filters select {
	width: 100%;
	min-height: 2.25rem;
	padding: 0.35rem 0.6rem;
	border: 1px solid light-dark(#8894a3, #667587);
	border-radius: 10px;
	background: var(--card);
	color: var(--text);
	font-size: 0.95rem;
}
.filters ::placeholder { color: var(--soft); opacity: 1; }
.filters .buttons { display: flex; gap: 0.5rem; }
.section-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; align-items: baseline; margin-bottom: 0.5rem; }
.rows { display: grid; gap: 0.5rem; }
.row {
	display: grid;
	grid-template-columns: 12rem 11rem 11rem minmax(0, 1fr) auto;
	gap: 0.25rem 1rem;
	align-items: start;
	padding: 0.8rem 1rem;
	background: var(--card);
	border: 1px solid var(--line);
	border-left: 4px solid var(--tint);
	border-radius: 12px;
	overflow-wrap: anywhere;
}
.row.talk { grid-template-columns: 12rem 15rem minmax(0, 1fr) auto; border-left: 1px solid var(--line); }
.who, .what, .when, .window { display: grid; justify-items: start; gap: 0.15rem; }
.why { display: grid; gap: 0.25rem; }
.badges { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
.acts { display: flex; gap: 0.4rem; justify-content: end; }
.countdown { font-variant-numeric: tabular-nums; color: var(--text); font-weight: 600; }
blockquote { padding: 0.4rem 0.75rem; border-left: 3px solid var(--line); background: var(--raised); border-radius: 0 8px 8px 0; white-space: pre-wrap; }
.pager { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin-top: 0.75rem; }
.pager .quiet { margin-right: auto; }
@media (max-width: 62rem) {
	.row, .row.talk { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
	.row .why, .row .why-line, .row .acts { grid-column: 1 / -1; }
	.row .acts { justify-content: start; }
	.row.log .when { justify-items: start; }
}
@media (max-width: 34rem) {
	body { padding: 0 0.9rem 2rem; }
	.alarm { padding: 0.7rem 0.9rem; }
	main { gap: 0.9rem; }
	.row, .row.talk { grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
	.filters label { flex: 1 1 9rem; }
	.filters .wide { flex: 1 1 100%; max-width: none; }
	.filters .buttons { flex: 1 1 100%; }
	.filters .button, .row .acts .button { min-height: 2.75rem; padding-block: 0.6rem; }
	.top .links { margin-left: 0; width: 100%; }
}
`;
