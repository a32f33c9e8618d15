/// What every page carries with it: its looks and its behaviour.
enum HTMLAssets {
  /// Arrow heads that all pictures use: browsers look for the first element with an id, and draw nothing when that is in a closed part.
  static let markers = """
    <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>\
    \(DependencySVG.arrow("dependency-arrow", "dependency-tip"))\(DependencySVG.arrow("dependency-arrow-cycle", "dependency-tip dependency-cycle"))\
    </defs></svg>

    """

  static let style = """
    :root{--ground:#fff;--raised:#f6f8fa;--text:#1c2530;--dim:#56616f;--border:#d0d7de;--hit:#fff4ce;--mark:#ffe08a;--focus:#0b62d6}
    @media (prefers-color-scheme:dark){:root{--ground:#14181e;--raised:#1d232b;--text:#e6ebf2;--dim:#9aa7b8;--border:#3c4756;--hit:#33290f;--mark:#6b5310;--focus:#7db1ff}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,sans-serif}
    h1{font-size:1.3rem;margin:.5rem 0}
    h2{font-size:1.05rem;margin:1.6rem 0 .6rem;overflow-wrap:anywhere}
    h3{font-size:1rem;margin:0 0 .25rem;font-weight:600;overflow-wrap:anywhere;white-space:pre-line}
    header p{margin:.15rem 0;color:var(--dim);overflow-wrap:anywhere}
    header .headline{color:var(--text);font-weight:600}
    code,pre,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem}
    :focus-visible,article:focus{outline:2px solid var(--focus);outline-offset:2px}
    #controls:not([hidden]){position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;padding:.6rem 0;background:var(--ground);border-bottom:1px solid var(--border)}
    #controls fieldset{display:flex;flex-wrap:wrap;gap:.3rem .8rem;border:0;margin:0;padding:0}
    #controls legend{position:absolute;left:-99rem}
    #search{flex:1 1 16rem}
    input[type=search],select{font:inherit;padding:.3rem .5rem;color:var(--text);background:var(--raised);border:1px solid var(--border);border-radius:6px}
    .choice{white-space:nowrap}
    .keys{margin:0;color:var(--dim);font-size:.85em}
    kbd{padding:0 .3em;border:1px solid var(--border);border-radius:4px}
    .count{color:var(--dim);font-weight:400}
    .finding{margin:0 0 .9rem;padding:.7rem .9rem;border:1px solid var(--border);border-radius:8px;scroll-margin-top:9rem}
    .place,.equivalents{margin:.1rem 0;color:var(--dim);overflow-wrap:anywhere}
    .equivalents{font-size:.85em}
    .help{margin:.4rem 0;white-space:pre-line}
    .severity{display:inline-block;padding:0 .45em;border-radius:4px;font-size:.8rem;font-weight:600;color:#fff;background:#56616f}
    .severity.critical{background:#8b0f2e}
    .severity.high{background:#b3261e}
    .severity.medium{background:#8a5300}
    .severity.low{background:#2f6f3e}
    .source{margin:.5rem 0;padding:.4rem 0;overflow-x:auto;background:var(--raised);border-radius:6px;line-height:1.4;tab-size:4}
    .line{display:block;min-width:max-content;padding:0 .6rem;height:1.4em}
    .line.hit{background:var(--hit)}
    .number{display:inline-block;min-width:2.6em;padding-right:.8em;text-align:right;color:var(--dim);user-select:none}
    mark{color:inherit;background:var(--mark);border-radius:2px}
    summary{cursor:pointer;color:var(--dim)}
    details ul{margin:.2rem 0;padding-left:1.4rem;overflow-wrap:anywhere}
    .picture{max-height:85vh;overflow:auto;border:1px solid var(--border);border-radius:8px}
    footer{margin-top:2rem;color:var(--dim);font-size:.85em}
    @media print{#controls,.skip{display:none!important}}
    """

  /// Takes the articles of the page and shows those that are searched for, in the sections that are asked for. Text of the findings is
  /// only ever handed on as text.
  static let script = """
    (function () {
      'use strict';
      var controls = document.getElementById('controls');
      if (!controls) { return; }
      var list = document.getElementById('findings');
      var search = document.getElementById('search');
      var group = document.getElementById('group');
      var count = document.getElementById('count');
      var nothing = document.getElementById('nothing');
      var boxes = Array.from(controls.querySelectorAll('input[name=severity]'));
      var ranks = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };
      var items = Array.from(list.querySelectorAll('article')).map(function (article) {
        return { article: article, text: article.textContent.toLowerCase() };
      });
      function section(name, articles) {
        var element = document.createElement('section');
        var heading = document.createElement('h2');
        var number = document.createElement('span');
        number.className = 'count';
        number.textContent = String(articles.length);
        heading.append(name + ' ', number);
        element.append(heading);
        articles.forEach(function (article) { element.append(article); });
        return element;
      }
      function show() {
        var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var severities = new Set(boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }));
        var groups = new Map();
        var shown = 0;
        items.forEach(function (item) {
          if (!severities.has(item.article.dataset.severity)) { return; }
          if (!words.every(function (word) { return item.text.includes(word); })) { return; }
          var name = item.article.dataset[group.value];
          if (!groups.has(name)) { groups.set(name, []); }
          groups.get(name).push(item.article);
          shown += 1;
        });
        var names = Array.from(groups.keys()).sort(function (left, right) {
          if (group.value === 'severity') { return ranks[left] - ranks[right]; }
          return left < right ? -1 : left > right ? 1 : 0;
        });
        list.replaceChildren.apply(list, names.map(function (name) { return section(name, groups.get(name)); }));
        count.textContent = shown + ' of ' + items.length + ' shown';
        nothing.hidden = shown > 0;
      }
      function step(distance) {
        var articles = Array.from(list.querySelectorAll('article'));
        if (articles.length === 0) { return; }
        var current = articles.findIndex(function (article) { return article.contains(document.activeElement); });
        var next = current < 0 ? (distance > 0 ? 0 : articles.length - 1) : Math.min(Math.max(current + distance, 0), articles.length - 1);
        articles[next].focus();
        articles[next].scrollIntoView({ block: 'start' });
      }
      controls.addEventListener('input', show);
      controls.addEventListener('submit', function (event) { event.preventDefault(); });
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.altKey || event.metaKey) { return; }
        var isTyping = event.target === search || event.target === group;
        if (event.key === 'Escape' && event.target === search) { search.blur(); return; }
        if (isTyping) { return; }
        if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); }
        if (event.key === 'j') { step(1); }
        if (event.key === 'k') { step(-1); }
      });
      controls.hidden = false;
      show();
    }());
    """
}
