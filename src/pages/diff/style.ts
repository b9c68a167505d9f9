export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e6e9ee); --soft: light-dark(#57606a, #9aa4b2); --line: light-dark(#d8dee4, #30363d);
  --paper: light-dark(#ffffff, #0f1318); --card: light-dark(#f6f8fa, #171c23); --bad: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5a00, #f2c14e);
  --good: light-dark(#1a7f37, #57c77a); --accent: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main, header { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 0; display: inline; }
.paths, .where { color: var(--soft); font-size: .87rem; overflow-wrap: anywhere; }
.verdict { font-size: 1.1rem; font-weight: 600; margin: .75rem 0; }
.filters { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.filters input[type=search] { flex: 1 1 14rem; min-width: 0; }
.filters input[type=search], .filters select, .filters button { font: inherit; padding: .3rem .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--card); color: inherit; max-width: 100%; }
.filters button[aria-pressed=true] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
section { margin: 1.5rem 0; }
section > details > summary { cursor: pointer; padding: .25rem 0; }
.count { color: var(--soft); font-weight: 400; }
article { border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: .4rem; background: var(--card); padding: .6rem .8rem; margin: .5rem 0; }
article.bad { border-left-color: var(--bad); } article.warning { border-left-color: var(--warning); } article.good { border-left-color: var(--good); }
.label { font-weight: 700; font-size: .8rem; text-transform: uppercase; letter-spacing: .03em; margin-right: .4rem; }
.bad .label { color: var(--bad); } .warning .label { color: var(--warning); } .good .label { color: var(--good); }
.subject { font-weight: 600; overflow-wrap: anywhere; }
article p { margin: .3rem 0 0; overflow-wrap: anywhere; }
.fix::before { content: 'Instead: '; color: var(--good); font-weight: 600; }
.scroll { overflow-x: auto; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; table-layout: fixed; min-width: 36rem; }
th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: .3rem .5rem; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; }
th:first-child { width: 28%; } th:last-child { width: 7.5rem; }
code, td.value { font-family: ui-monospace, monospace; font-size: .85em; }
td.value.gone { background: light-dark(#ffebe9, #3b1714); } td.value.come { background: light-dark(#e6ffec, #12301c); }
ul.lines { margin: .4rem 0 0; padding: 0; list-style: none; font-family: ui-monospace, monospace; font-size: .82rem; }
ul.lines li { padding: .05rem .4rem; overflow-wrap: anywhere; }
ul.lines li.come { background: light-dark(#e6ffec, #12301c); } ul.lines li.gone { background: light-dark(#ffebe9, #3b1714); }
ol.order { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; padding-left: 1.2rem; }
.filters select { flex: 0 1 16rem; min-width: 0; }
@media (max-width: 40rem) { .filters { position: static; } .filters select { flex-basis: 100%; } }
[hidden] { display: none !important; }
`;
