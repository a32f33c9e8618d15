import Diagnostics
import SourceText

/// The errors that a corpus is known to have: a page for people that is also read here.
struct KnownErrors {
  /// An error by its kind and place.
  struct Entry: Hashable, CustomStringConvertible {
    var id: String
    /// `path:line`, or a directory where there is no file to name.
    var place: String

    init(id: String, place: String) {
      self.id = id
      self.place = place
    }

    init(root: String, _ diagnostic: Diagnostic) {
      id = diagnostic.id
      place = diagnostic.subject.map { "\($0.file.path):\($0.start.line)" } ?? root
    }

    /// The entry with its path below a folder.
    func relative(to folder: String) -> Entry {
      let prefix = folder + "/"
      return place.hasPrefix(prefix) ? Entry(id: id, place: String(place.dropFirst(prefix.count))) : self
    }

    var description: String { "\(id) in \(place)" }
  }

  private(set) var entries: Set<Entry> = []

  /// Reads the lines of the form “- `id` `path`: 12, 30”, with as many lines of the file as there are; everything else is prose.
  init(page: String) {
    for line in page.split(separator: "\n") where line.hasPrefix("- `") {
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      guard parts.count >= 4 else { continue }
      let numbers = (parts.count > 4 ? parts[4] : "").split { !$0.isNumber }
      if numbers.isEmpty { entries.insert(Entry(id: String(parts[1]), place: String(parts[3]))) }
      for number in numbers { entries.insert(Entry(id: String(parts[1]), place: "\(parts[3]):\(number)")) }
    }
  }

  /// The errors that are not on the list, and what on the list is not found; both sorted.
  func differences(from found: [Entry]) -> (unlisted: [Entry], stale: [Entry]) {
    func sorted(_ entries: some Sequence<Entry>) -> [Entry] { entries.sorted { $0.description < $1.description } }
    let found = Set(found)
    return (sorted(found.subtracting(entries)), sorted(entries.subtracting(found)))
  }
}
