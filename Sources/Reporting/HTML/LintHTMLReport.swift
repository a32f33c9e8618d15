import Diagnostics
import Linting
import SourceText

/// One page that shows everything of a run and asks nothing of any server: findings with their source lines, which can be searched and
/// grouped by module, rule or severity, and pictures of what depends on what.
///
/// Without scripts it is the same list, grouped by module. Its security policy forbids every request. All text of the user's is escaped.
struct LintHTMLReport {
  private let outcome: LintOutcome
  private let style: LintReportStyle
  private let excerpts: HTMLExcerpts

  init(_ outcome: LintOutcome, _ style: LintReportStyle) {
    self.outcome = outcome
    self.style = style
    excerpts = HTMLExcerpts(outcome)
  }

  func write() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLText.escaped(headline)) – terrane lint</title>
    <style>\(HTMLAssets.style)</style>
    </head>
    <body>
    \(HTMLAssets.markers)<a class="skip" href="#findings">To the findings</a>
    <header>
    <h1>terrane lint</h1>
    <p class="headline">\(HTMLText.escaped(headline))</p>
    \(summary)</header>
    \(controls)<main>
    \(problems)<div id="findings">
    \(sections)</div>
    <p id="nothing"\(outcome.report.findings.isEmpty ? "" : " hidden")>No findings to show.</p>
    \(undecided)\(suppressed)\(pictures)</main>
    <footer>Written by terrane \(HTMLText.escaped(outcome.version)).</footer>
    <script>\(HTMLAssets.script)</script>
    </body>
    </html>

    """
  }

  // MARK: Head

  private var lines: [Substring] { LintSummary(outcome).text(.none).split(separator: "\n") }

  private var headline: String { lines.first.map(String.init) ?? "" }

  private var summary: String { lines.dropFirst().map { "<p>\(HTMLText.escaped(String($0)))</p>\n" }.joined() }

  private var controls: String {
    guard !outcome.report.findings.isEmpty else { return "" }
    let severities = outcome.countsBySeverity.filter { $0.count > 0 }.map { severity, count in
      """
      <label class="choice"><input type="checkbox" name="severity" value="\(severity.rawValue)" checked>\
      <span class="severity \(severity.rawValue)">\(severity.rawValue)</span> \(count)</label>
      """
    }.joined(separator: "\n")
    return """
      <form id="controls" role="search" hidden>
      <label for="search">Search</label>
      <input type="search" id="search" placeholder="rule, path, address or text" autocomplete="off" spellcheck="false">
      <label for="group">Group by</label>
      <select id="group"><option value="module">module</option><option value="rule">rule</option><option value="severity">severity</option></select>
      <fieldset><legend>Severities</legend>
      \(severities)
      </fieldset>
      <output id="count" aria-live="polite"></output>
      <p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> next finding, <kbd>k</kbd> previous one</p>
      </form>

      """
  }

  private var problems: String {
    guard !outcome.diagnostics.isEmpty else { return "" }
    let items = outcome.diagnostics.map { diagnostic -> String in
      let entry = LintReportEntry(diagnostic)
      let level = diagnostic.severity == .error ? "high" : "low"
      return """
        <article class="finding"><h3><span class="severity \(level)">\(diagnostic.severity.rawValue)</span> \(HTMLText.escaped(entry.message))</h3>
        <p class="place">\(HTMLText.escaped(diagnostic.subject.map(place) ?? ""))</p>
        \(diagnostic.subject.map(excerpts.excerpt) ?? "")</article>

        """
    }
    return "<section class=\"problems\"><h2>Errors and warnings <span class=\"count\">\(items.count)</span></h2>\n\(items.joined())</section>\n"
  }

  // MARK: Findings

  private var sections: String {
    var articles: [String: [String]] = [:]
    for (index, finding) in outcome.report.findings.enumerated() {
      articles[module(of: finding), default: []].append(article(finding, id: index + 1))
    }
    return articles.sorted { $0.key < $1.key }.map { module, list in
      "<section><h2>\(HTMLText.escaped(module)) <span class=\"count\">\(list.count)</span></h2>\n\(list.joined())</section>\n"
    }.joined()
  }

  private func article(_ finding: Finding, id: Int) -> String {
    let severity = finding.severity.rawValue
    let rule = HTMLText.escaped(finding.rule)
    var text = """
      <article class="finding" id="finding-\(id)" tabindex="-1" data-module="\(HTMLText.escaped(module(of: finding)))" data-rule="\(rule)" data-severity="\(severity)">
      <h3><span class="severity \(severity)">\(severity)</span> \(HTMLText.escaped(LintReportEntry.message(of: finding)))</h3>
      <p class="place"><code>\(rule)</code> \(HTMLText.escaped(place(finding.primary.range)))</p>
      \(excerpts.excerpt(finding.primary.range))
      """
    if !finding.instances.isEmpty {
      text += details(counted(finding.instances.count, "instance"), finding.instances.map { HTMLText.escaped($0) }, isOpen: finding.instances.count == 1)
    }
    if !finding.related.isEmpty {
      let places = finding.related.map { label in
        HTMLText.escaped(label.message.isEmpty ? place(label.range) : "\(place(label.range)): \(label.message)")
      }
      text += details("Related places", places, isOpen: places.count <= 3)
    }
    if let fix = finding.fix { text += "<p class=\"help\">Fix (\(fix.safety.rawValue)): \(HTMLText.escaped(fix.title))</p>\n" }
    if !finding.help.isEmpty { text += "<p class=\"help\">\(HTMLText.escaped(finding.help))</p>\n" }
    let ids = finding.equivalents.sorted.map { "\($0.tool) \($0.ids.joined(separator: ", "))" }
    if !ids.isEmpty { text += "<p class=\"equivalents\">Also: \(HTMLText.escaped(ids.joined(separator: "; ")))</p>\n" }
    return text + "</article>\n"
  }

  /// - Parameter items: escaped.
  private func details(_ title: String, _ items: [String], isOpen: Bool) -> String {
    let list = items.map { "<li><code>\($0)</code></li>" }.joined()
    return "<details\(isOpen ? " open" : "")><summary>\(HTMLText.escaped(title))</summary><ul>\(list)</ul></details>\n"
  }

  // MARK: What follows

  private var undecided: String {
    guard style.showsUndecided, !outcome.report.undecided.isEmpty else { return "" }
    let items = outcome.report.undecided.map { result in
      "<li><code>\(HTMLText.escaped(result.rule))</code> \(HTMLText.escaped("\(place(result.location)): \(result.address): \(result.reason)"))</li>\n"
    }
    return "<section><h2>Not decided <span class=\"count\">\(items.count)</span></h2><ul>\n\(items.joined())</ul></section>\n"
  }

  private var suppressed: String {
    guard !outcome.report.suppressed.isEmpty else { return "" }
    let items = outcome.report.suppressed.map { entry in
      let reason = entry.reason.isEmpty ? "" : " – \(entry.reason)"
      return "<li><code>\(HTMLText.escaped(entry.finding.rule))</code> \(HTMLText.escaped(place(entry.finding.primary.range) + reason))</li>\n"
    }
    return """
      <section><h2>Silenced by comments <span class="count">\(items.count)</span></h2><details><summary>Show them</summary><ul>
      \(items.joined())</ul></details></section>

      """
  }

  private var pictures: String {
    guard !outcome.pictures.isEmpty || outcome.picturesLeftOut > 0 else { return "" }
    let isOpen = outcome.pictures.count == 1
    let items = outcome.pictures.map { picture in
      """
      <details\(isOpen ? " open" : "")><summary>\(HTMLText.escaped(outcome.paths.relativeToRepository(picture.directory)))</summary>
      <div class="picture" tabindex="0" role="region" aria-label="Dependencies of \(HTMLText.escaped(picture.directory))">\(picture.svg)</div></details>

      """
    }
    return "<section><h2>Dependencies</h2>\n\(items.joined())\(leftOut)</section>\n"
  }

  private var leftOut: String {
    guard outcome.picturesLeftOut > 0 else { return "" }
    let modules = outcome.picturesLeftOut == 1 ? "1 root module is" : "\(outcome.picturesLeftOut) root modules are"
    return """
      <p>\(modules) not drawn: a page has at most 40 pictures, of at most 400 declarations each. terrane graph --format svg draws any of them.</p>

      """
  }

  // MARK: Places

  private func place(_ range: SourceRange) -> String {
    let start = range.start
    return "\(outcome.paths.relativeToRepository(range.file.path)):\(start.line):\(start.column)"
  }

  private func module(of finding: Finding) -> String {
    let path = outcome.paths.relativeToRepository(finding.primary.range.file.path)
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "." }
    return String(path[..<slash])
  }
}
