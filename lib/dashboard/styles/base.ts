/** Colours, type and the small things. Each colour has a light and a dark value with at least 4.5 : 1 on its ground. */
export const BASE = `
:root {
	color-scheme: light dark;
	--page: light-dark(#f3f5f8, #0e1217);
	--card: light-dark(#ffffff, #171c24);
	--raised: light-dark(#f6f8fa, #1f2630);
	--line: light-dark(#dde3ea, #2b3440);
	--text: light-dark(#17202b, #e7ecf2);
	--soft: light-dark(#556274, #9eabbb);
	--accent: light-dark(#0b6b57, #3cc7a5);
	--on-accent: light-dark(#ffffff, #05221b);
	--good: light-dark(#0b6b43, #5ad19a);
	--good-back: light-dark(#e2f5ea, #12301f);
	--bad: light-dark(#b3261e, #ff9a91);
	--bad-back: light-dark(#fdeceb, #3a1a18);
	--warn: light-dark(#7a4b00, #f4c978);
	--warn-back: light-dark(#fff3d6, #382c10);
	--tint: var(--soft);
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
	margin: 0 auto;
	max-width: 76rem;
	padding: 0 1.25rem 3rem;
	background: var(--page);
	color: var(--text);
	font: 15px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
html { background: var(--page); }
h1, h2, h3, p, ul, dl, dd, figure, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.05rem; }
h3 { font-size: 1rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
main:focus { outline: none; }
.sr {
	position: absolute;
	width: 1px;
	height: 1px;
	overflow: hidden;
	clip-path: inset(50%);
	white-space: nowrap;
}
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem 1rem; z-index: 1; }
.quiet { color: var(--soft); font-size: 0.9rem; }
.empty {
	color: var(--soft);
	background: var(--card);
	border: 1px dashed var(--line);
	border-radius: 14px;
	padding: 2rem 1rem;
	text-align: center;
}
button, input, select { font: inherit; color: inherit; }
.button {
	display: inline-block;
	min-height: 2.25rem;
	padding: 0.35rem 0.9rem;
	border: 1px solid var(--line);
	border-radius: 10px;
	background: var(--card);
	color: var(--text);
	text-decoration: none;
	white-space: nowrap;
	cursor: pointer;
}
.button:hover { background: var(--raised); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.button.danger { color: var(--bad); }
.state {
	display: inline-block;
	padding: 0.1rem 0.6rem;
	border-radius: 999px;
	background: var(--raised);
	border: 1px solid var(--line);
	font-size: 0.85rem;
	font-weight: 600;
}
.state.good { color: var(--good); background: var(--good-back); border-color: transparent; }
.state.bad { color: var(--bad); background: var(--bad-back); border-color: transparent; }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.c-blue { --tint: light-dark(#2563c9, #6aa5ff); }
.c-green { --tint: light-dark(#1a7f47, #4fc98a); }
.c-grey { --tint: light-dark(#64707e, #9aa7b5); }
.c-orange { --tint: light-dark(#c2570c, #ff9d52); }
.c-pink { --tint: light-dark(#c2317b, #ff85bd); }
.c-purple { --tint: light-dark(#7a3fc4, #b993ff); }
.c-red { --tint: light-dark(#c62828, #ff7d75); }
.c-yellow { --tint: light-dark(#a87900, #f2c94c); }
.c-none { --tint: var(--line); }
.dot {
	display: inline-block;
	width: 0.7rem;
	height: 0.7rem;
	margin-right: 0.4rem;
	border-radius: 50%;
	background: var(--tint);
	vertical-align: -0.02rem;
}
@media (prefers-reduced-motion: no-preference) {
	.button, .switch .track, .switch .thumb { transition: 0.15s; }
}
`;
