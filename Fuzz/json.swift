// modules: SourceText Diagnostics CLibYAML Documents
// seeds: Fixtures/documents
// libraries: -l:libyaml.a

import Diagnostics
import Documents
import SourceText

/// Any bytes give a document or an error, and a document that was written reads back equal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  let reading = JSONReader.read(file)
  precondition(reading.diagnostics.hasErrors || reading.documents.count == 1, "neither a document nor an error")
  for diagnostic in reading.diagnostics.all {
    guard let range = diagnostic.subject?.bytes else { continue }
    precondition(range.start <= range.end && Int(range.end) <= count, "a range leaves the file")
  }
  guard let document = reading.validDocument?.document else { return 0 }
  for layout in [JSONWriter.Layout.compact, .pretty] {
    let again = JSONReader.read(text: JSONWriter(layout, escapesForHTML: layout == .pretty).write(document))
    precondition(again.validDocument?.document == document, "a written document reads differently")
  }
  return 0
}
