/** The page of one conversation: the customer, what was said, and what is planned beside it. */
export const CONVERSATION = `
.only { font-weight: 600; }
.only a { font-weight: 400; margin-left: 0.5rem; }
.person { border-top-color: var(--accent); }
.person h2 { font-size: 1.35rem; }
.person h2 .quiet { font-weight: 400; }
.customer-acts { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: start; padding-top: 0.4rem; }
.open-form > summary { list-style: none; }
.open-form > summary::-webkit-details-marker { display: none; }
.open-form > summary::after { content: ' ▾'; }
.open-form[open] { flex: 1 1 100%; order: 1; }
.open-form[open] > summary { background: var(--raised); font-weight: 600; }
.open-form > form {
	display: grid;
	gap: 0.75rem;
	justify-items: start;
	max-width: 32rem;
	margin-top: 0.5rem;
	padding: 0.9rem 1rem;
	border: 1px solid var(--line);
	border-radius: 12px;
	background: var(--raised);
}
.open-form label { display: grid; gap: 0.25rem; width: 100%; font-weight: 600; }
.open-form .pair { width: 100%; }
.open-form label.tick { display: flex; font-weight: 400; background: var(--card); }
.open-form input:not([type='checkbox']), .open-form select {
	width: 100%;
	min-height: 2.5rem;
	padding: 0.4rem 0.7rem;
	border: 1px solid light-dark(#8894a3, #667587);
	border-radius: 10px;
	background: var(--card);
	font-weight: 400;
}
.open-form form .button.danger { background: var(--bad); border-color: var(--bad); color: var(--card); font-weight: 600; }
.pane { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
.pane section, .beside { display: grid; gap: 0.6rem; grid-template-columns: minmax(0, 1fr); }
.beside { gap: 1.5rem; }
.pane .row { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.pane .row .who, .pane .row.log .acts > a { display: none; }
.pane .row .why, .pane .row .why-line, .pane .row .acts { grid-column: 1 / -1; }
.pane .row .acts { justify-content: start; flex-wrap: wrap; }
.said { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); }
.said li { display: grid; gap: 0.15rem; justify-items: start; max-width: 85%; }
.said .business { justify-self: end; justify-items: end; }
.said-text { padding: 0.5rem 0.85rem; border: 1px solid var(--line); border-radius: 4px 14px 14px 14px; background: var(--card); overflow-wrap: anywhere; }
.said .business .said-text { border-radius: 14px 4px 14px 14px; background: var(--good-back); border-color: transparent; }
.said-text .text { white-space: pre-wrap; }
.said-text .kind { color: var(--soft); font-style: italic; }
.verdicts { display: grid; gap: 0.6rem; }
.verdicts > li { display: grid; gap: 0.3rem; padding: 0.8rem 1rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tint); border-radius: 12px; overflow-wrap: anywhere; }
.verdicts summary { cursor: pointer; color: var(--accent); min-height: 1.6rem; }
.rules { list-style: none; margin: 0; padding: 0.4rem 0 0; display: grid; gap: 0.4rem; }
.rules li { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: 0.6rem; align-items: start; }
.rules .state { justify-self: start; }
@media (max-width: 62rem) {
	.pane { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 34rem) {
	.customer-acts .button, .pane .button { min-height: 2.75rem; padding-block: 0.6rem; }
	.pane .row { grid-template-columns: minmax(0, 1fr); }
}
`;
