/** Figures and charts. Lines differ by dashes too, so that colour is never all there is. */
export const CHARTS = `
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.75rem; }
.tiles li { display: grid; align-content: start; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 0.8rem 1rem; }
.tile-name { color: var(--soft); font-size: 0.9rem; }
.tile-value { font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.charts { columns: 2 32rem; column-gap: 1rem; }
.charts > * { break-inside: avoid; margin-bottom: 1rem; }
.chart { display: grid; gap: 0.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.1rem; min-width: 0; }
.chart svg[role='img'] { width: 100%; height: auto; display: block; }
.axis line { stroke: var(--line); }
.axis text { fill: var(--soft); font-size: 11px; font-family: inherit; }
@media (max-width: 34rem) { .axis text { font-size: 14px; } }
.line { fill: none; stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
.l-sent { stroke: light-dark(#3a6ea5, #7db3ef); fill: none; }
.l-delivered { stroke: light-dark(#7a5cb8, #b99cf5); stroke-dasharray: 8 5; }
.l-read { stroke: light-dark(#b3541e, #f2a071); stroke-dasharray: 2 5; }
.l-replied { stroke: var(--accent); stroke-width: 3.5; }
.column { fill: var(--accent); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9rem; }
.legend svg { width: 28px; height: 8px; margin-right: 0.2rem; }
.bars { display: grid; gap: 0.5rem; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; font-size: 0.92rem; }
.bar { grid-column: 1 / -1; width: 100%; }
.bar-back { fill: var(--raised); }
.bar-front { fill: var(--accent); }
.group .bar-front { fill: var(--tint); }
.group.c-none .bar-front { fill: var(--accent); }
.bar.muted .bar-front { fill: light-dark(#8793a1, #6f7d8d); }
.bar-value { font-variant-numeric: tabular-nums; font-weight: 600; }
.whisker { stroke: var(--text); stroke-width: 1.5; }
.groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1.25rem; }
.group { display: grid; gap: 0.5rem; align-content: start; }
.group h3 { font-size: 0.95rem; border-left: 4px solid var(--tint); padding-left: 0.5rem; }
.verdict { font-weight: 600; }
.verdict.better { color: var(--good); }
.verdict.worse { color: var(--bad); }
details summary { cursor: pointer; color: var(--soft); font-size: 0.9rem; width: fit-content; }
.scroll { overflow: auto; max-height: 20rem; margin-top: 0.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); }
th:first-child { text-align: left; font-weight: 400; }
thead th { font-weight: 600; }
`;
