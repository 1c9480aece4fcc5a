/** The form of a follow-up: steps, fields, and the message as the customer sees it. */
export const FORM = `
.create { display: flex; justify-content: end; margin-bottom: -0.5rem; }
.card-acts { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: auto; padding-top: 0.6rem; border-top: 1px solid var(--line); }
.form-head h2 { font-size: 1.35rem; overflow-wrap: anywhere; }
.notice ul { list-style: disc; padding-left: 1.25rem; font-weight: 400; }
form.follow-up { display: grid; gap: 1rem; max-width: 46rem; grid-template-columns: minmax(0, 1fr); }
.step { border-top: 1px solid var(--line); gap: 0.75rem; }
.step h3 { display: flex; align-items: center; gap: 0.6rem; font-size: 1.1rem; }
.step h3:focus { outline: none; }
.number { display: inline-grid; place-items: center; width: 1.8rem; height: 1.8rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-size: 0.95rem; font-weight: 700; flex: none; }
.field { display: grid; gap: 0.25rem; min-width: 0; }
.field > label, .checks legend { font-weight: 600; }
.field input, .field textarea, .field select {
	width: 100%;
	min-height: 2.75rem;
	padding: 0.5rem 0.75rem;
	border: 1px solid light-dark(#8894a3, #667587);
	border-radius: 10px;
	background: var(--card);
	color: var(--text);
	font: inherit;
}
.field textarea { resize: vertical; field-sizing: content; min-height: 4.5rem; }
.field ::placeholder { color: var(--soft); opacity: 1; }
.field [aria-invalid='true'] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.problem { color: var(--bad); font-weight: 600; font-size: 0.92rem; }
.problem:empty { display: none; }
.advice { color: var(--warn); background: var(--warn-back); border-radius: 10px; padding: 0.5rem 0.75rem; font-size: 0.92rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.75rem; }
.options { display: grid; gap: 0.5rem; }
.option, .tick { display: flex; gap: 0.7rem; align-items: start; padding: 0.65rem 0.85rem; border: 1px solid var(--line); border-radius: 12px; cursor: pointer; }
.option:has(:checked), .tick:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.option:has(:disabled) { color: var(--soft); cursor: not-allowed; }
.option strong, .option .quiet { display: block; }
.option input, .tick input, .swatch input { width: 1.15rem; height: 1.15rem; margin: 0.2rem 0 0; accent-color: var(--accent); flex: none; }
.checks { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; min-width: 0; }
.checks legend { padding: 0; margin-bottom: 0.25rem; }
.swatches { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.swatch { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.5rem 0.8rem; border: 1px solid var(--line); border-radius: 999px; cursor: pointer; }
.swatch .dot { margin: 0; }
.swatch input { margin: 0; }
.swatch:has(:checked) { border-color: var(--tint); box-shadow: inset 0 0 0 1px var(--tint); font-weight: 600; }
#variables { display: grid; gap: 0.75rem; }
.preview { background: light-dark(#e9e3da, #0b141a); border-radius: 14px; padding: 0.9rem 1rem 1rem; display: grid; gap: 0.5rem; justify-items: start; }
.preview .quiet { color: light-dark(#4f5a60, #a6b3ba); }
.bubble { background: light-dark(#ffffff, #1f2c34); border-radius: 0 12px 12px 12px; padding: 0.55rem 0.85rem; max-width: min(100%, 26rem); overflow-wrap: anywhere; box-shadow: 0 1px 1px #0002; }
.bubble[data-preview], .bubble p { white-space: pre-wrap; }
.bubble p:empty, .bubble p:has(strong:empty), .chips:empty { display: none; }
.chips { display: grid; gap: 0.25rem; width: min(100%, 26rem); }
.chip { background: light-dark(#ffffff, #1f2c34); border-radius: 10px; padding: 0.4rem; text-align: center; color: light-dark(#0a66a3, #53bdeb); }
.form-acts { display: flex; flex-wrap: wrap; gap: 0.6rem; padding-top: 0.25rem; }
.form-acts .button { min-height: 2.75rem; padding: 0.6rem 1.2rem; }
.card .review { display: grid; grid-template-columns: minmax(7rem, 13rem) minmax(0, 1fr); gap: 0.4rem 1.25rem; }
.review dd { white-space: pre-wrap; overflow-wrap: anywhere; }
.progress { display: flex; gap: 0.3rem; }
.progress span { flex: 1; height: 0.35rem; border-radius: 99px; background: var(--line); }
.progress .done { background: var(--accent); }
.choose { display: flex; flex-wrap: wrap; gap: 0.6rem; }
[hidden] { display: none !important; }
@media (max-width: 34rem) {
	.create .button { width: 100%; text-align: center; min-height: 2.75rem; padding-block: 0.6rem; }
	.card-acts .button { min-height: 2.75rem; padding-block: 0.6rem; }
	.card .review { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; }
	.card .review dd { margin-bottom: 0.6rem; }
	.form-acts .button { flex: 1 1 auto; text-align: center; }
	.swatch { padding: 0.6rem 0.9rem; }
}
`;
