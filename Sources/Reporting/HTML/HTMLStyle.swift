/// The page's style sheet: colours by the reader's system, dark on light in print.
enum HTMLStyle {
  static let screen = """
    :root { color-scheme: light dark; --page: #eef1f4; --panel: #fff; --raised: #f5f7f9; --line: #cbd3db; \
    --text: #17212b; --muted: #4d5b68; --accent: #0b57a4; --bar: #8aa0b4; \
    --settled: #17693b; --settled-soft: #e2f3e8; --attention: #7d5200; --attention-soft: #fdf1d8; \
    --flagged: #a81d15; --flagged-soft: #fce7e5; \
    --mono: ui-monospace, "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; }
    @media (prefers-color-scheme: dark) { :root { --page: #10151b; --panel: #181f27; --raised: #202a34; \
    --line: #303c48; --text: #e4eaf0; --muted: #a3b1be; --accent: #7db8f7; --bar: #5d7387; \
    --settled: #6fd39b; --settled-soft: #16301f; --attention: #f0bd5b; --attention-soft: #342813; \
    --flagged: #ff948a; --flagged-soft: #3a1b19; } }
    *, *::before, *::after { box-sizing: border-box; }
    html { background: var(--page); color: var(--text); scroll-padding-top: 12px; \
    font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
    body { margin: 0 auto; max-width: 1320px; padding: 0 20px 32px; display: grid; gap: 0 24px; \
    grid-template-columns: 230px minmax(0, 1fr); }
    header, footer { grid-column: 1 / -1; }
    header { padding: 22px 0 14px; }
    header p, footer p { margin: 0; color: var(--muted); overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 4px 0 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; line-height: 1.25; margin: 0 0 12px; }
    h3 { font-size: 1.08rem; line-height: 1.3; margin: 0 0 10px; overflow-wrap: anywhere; }
    p { margin: 0 0 10px; overflow-wrap: anywhere; }
    a { color: var(--accent); text-underline-offset: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: 8px; top: -60px; z-index: 2; padding: 10px 16px; border-radius: 6px; \
    background: var(--accent); color: var(--panel); }
    .skip:focus { top: 8px; }
    nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 12px 0; \
    font-size: .93rem; }
    nav ol { list-style: none; margin: 0; padding: 0; }
    nav li { padding: 3px 0; overflow-wrap: anywhere; }
    nav a { color: var(--text); text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    nav summary { color: var(--muted); cursor: pointer; padding: 2px 0; }
    nav details ol { padding-left: 14px; }
    section { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; \
    padding: 18px 22px; margin: 0 0 14px; }
    section.level-2 { content-visibility: auto; contain-intrinsic-size: auto 700px; }
    section > :last-child { margin-bottom: 0; }
    code { font-family: var(--mono); font-variant-numeric: tabular-nums; font-size: .9em; \
    overflow-wrap: anywhere; }
    .notice { padding: 9px 14px; border-left: 4px solid var(--accent); background: var(--raised); \
    border-radius: 0 6px 6px 0; font-weight: 600; }
    .notice.flagged { border-color: var(--flagged); background: var(--flagged-soft); }
    .notice.settled { border-color: var(--settled); background: var(--settled-soft); }
    .notice.attention { border-color: var(--attention); background: var(--attention-soft); }
    .flagged, .flagged dd { color: var(--flagged); }
    .settled, .settled dd { color: var(--settled); }
    .attention, .attention dd { color: var(--attention); }
    .flagged dt, .settled dt, .attention dt { color: var(--muted); }
    .sign { font-family: "DejaVu Sans", "Segoe UI Symbol", sans-serif; font-size: .85em; }
    .figures { list-style: none; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); \
    gap: 10px; margin: 0 0 12px; padding: 0; }
    .figures li { border: 1px solid var(--line); border-radius: 8px; padding: 8px 14px; background: var(--raised); }
    .figures strong { display: block; font-size: 1.75rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
    .facts { margin: 0 0 12px; border-top: 1px solid var(--line); }
    .facts div { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); gap: 2px 14px; padding: 4px 0; \
    border-bottom: 1px solid var(--line); }
    .facts dt { color: var(--muted); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .wide { overflow-x: auto; margin: 0 0 12px; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: 600; padding: 4px 0 6px; }
    th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; overflow-wrap: anywhere; \
    border-bottom: 1px solid var(--line); }
    .wide table { table-layout: fixed; min-width: 720px; }
    thead th { color: var(--muted); font-size: .9rem; border-bottom: 2px solid var(--line); \
    overflow-wrap: normal; hyphens: none; }
    .number { white-space: nowrap; } thead .number { white-space: normal; padding-left: 4px; }
    .one { white-space: nowrap; }
    tbody th { font-weight: 600; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 18px; }
    .bars { margin: 0 0 12px; }
    .bars th { width: 11.5rem; font-weight: 400; }
    .bars th, .bars td { border: 0; padding: 2px 12px 2px 0; vertical-align: middle; }
    .bars td:last-child { width: 11rem; font-variant-numeric: tabular-nums; }
    .bars svg { display: block; width: 100%; height: 13px; background: var(--raised); }
    .whole { fill: var(--bar); }
    .part { fill: var(--flagged); }
    .pictures { display: flex; flex-wrap: wrap; gap: 12px; margin: 12px 0; }
    figure { margin: 0; max-width: 100%; }
    figure img { display: block; max-width: 100%; border: 1px solid var(--line); background: #fff; }
    .crop img { width: auto; height: auto; min-height: 34px; max-height: 96px; object-fit: contain; }
    .thumbnail img { width: auto; height: auto; max-height: 220px; }
    .pictures figcaption { font-family: var(--mono); font-size: .92em; padding-top: 3px; \
    overflow-wrap: anywhere; }
    .thumbnail figcaption { font-family: inherit; max-width: 30ch; }
    .missing { border: 1px dashed var(--line); color: var(--muted); padding: 8px 14px; margin: 0; }
    .code { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 16px; align-items: center; \
    margin: 0 0 12px; }
    .code svg { width: 116px; height: 116px; }
    .code code { color: var(--muted); }
    .signature { break-inside: avoid; }
    .signature p { margin: 0; }
    .signature .lines { display: grid; grid-template-columns: 3fr 1fr; gap: 24px; margin: 40px 0 6px; }
    .signature .lines span { border-top: 1px solid var(--text); color: var(--muted); font-size: .88rem; \
    padding-top: 2px; }
    @media (max-width: 900px) { body { display: block; padding: 0 12px 24px; } \
    nav { position: static; max-height: none; } section { padding: 14px; } \
    .facts div { grid-template-columns: minmax(0, 1fr); } .bars th { width: 7rem; } } \
    @media (max-width: 600px) { .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } }

    """

  /// The sheet for paper, with the words that stand on each page.
  static func print(head: String, foot: String) -> String {
    """
    @page { size: A4; margin: 20mm 15mm 18mm; \
    @top-left { content: \(HTMLText.styleString(head)); font: 8pt sans-serif; color: #333; } \
    @bottom-left { content: \(HTMLText.styleString(foot)); font: 8pt sans-serif; color: #333; } \
    @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #333; } }
    @media print { :root { color-scheme: light; --page: #fff; --panel: #fff; --raised: #f5f7f9; \
    --line: #b8c2cc; --text: #000; --muted: #39444e; --accent: #000; --bar: #8aa0b4; --settled: #125430; \
    --settled-soft: #eef7f1; --attention: #634100; --attention-soft: #fdf6e6; --flagged: #96120b; \
    --flagged-soft: #fdf0ef; }
    html { font-size: 9pt; line-height: 1.3; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    body { display: block; max-width: none; padding: 0; }
    nav, .skip, header p, footer { display: none; }
    header { padding: 0 0 4pt; }
    h1 { font-size: 15pt; margin: 0; }
    h2 { font-size: 12.5pt; margin: 0 0 5pt; }
    h3 { font-size: 11pt; margin: 0 0 4pt; border-top: 1.5pt solid #000; padding-top: 4pt; }
    h2, h3, caption { break-after: avoid; }
    p { margin: 0 0 5pt; orphans: 3; widows: 3; }
    section { border: 0; border-radius: 0; padding: 0; margin: 0 0 10pt; }
    section.level-2 { content-visibility: visible; }
    section.page { break-before: page; }
    section.together { break-inside: avoid; }
    thead { display: table-header-group; }
    tr, figure, .facts div, .figures, .notice, .bars { break-inside: avoid; }
    .wide { overflow: visible; margin: 0 0 6pt; }
    .wide table { min-width: 0; }
    th, td { padding: 1.5pt 5pt 1.5pt 0; }
    .facts, .bars, .figures { margin: 0 0 6pt; }
    .facts div { padding: 1pt 0; grid-template-columns: 9.5rem minmax(0, 1fr); }
    .figures { grid-template-columns: repeat(4, 1fr); gap: 6pt; }
    .figures li { padding: 3pt 8pt; }
    .figures strong { font-size: 15pt; }
    .notice { padding: 3pt 8pt; }
    .bars svg { height: 7pt; }
    .bars th, .bars td { padding-top: 1pt; padding-bottom: 1pt; }
    .pictures { margin: 5pt 0; gap: 8pt; }
    .crop img { max-height: 48pt; }
    .thumbnail img { max-height: 120pt; }
    .code { grid-template-columns: 24mm minmax(0, 1fr); gap: 8pt; margin: 0 0 4pt; }
    .code svg { width: 24mm; height: 24mm; }
    .signature .lines { margin-top: 20pt; }
    .pictures:has(> .crop) { break-after: avoid; } .pictures:has(> .crop) + .facts { break-inside: avoid; }
    #summary { font-size: 8.4pt; line-height: 1.22; } #summary .facts div { padding: .5pt 0; }
    #summary th, #summary td { padding-top: 1pt; padding-bottom: 1pt; }
    #summary .code { grid-template-columns: 20mm minmax(0, 1fr); } #summary .code svg { width: 20mm; height: 20mm; }
    #summary .signature .lines { margin-top: 14pt; }
    a { text-decoration: none; } }

    """
  }
}
