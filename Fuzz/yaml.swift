// modules: SourceText Diagnostics CLibYAML Documents
// seeds: Fixtures/documents
// libraries: -l:libyaml.a

import Diagnostics
import Documents
import SourceText

/// Any bytes give documents or an error, and documents that were written read back equal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  for options in [YAMLReader.Options.kubernetes, .cloudFormation, .init(schema: .core, duplicateKeys: .accept)] {
    let reading = YAMLReader.read(file, options: options)
    for diagnostic in reading.diagnostics.all {
      guard let range = diagnostic.subject?.bytes else { continue }
      precondition(range.start <= range.end && Int(range.end) <= count, "a range leaves the file")
    }
    let documents = reading.documents.map(\.document)
    let again = YAMLReader.read(text: YAMLWriter().write(documents: documents), options: options)
    precondition(again.diagnostics.isEmpty && again.documents.count == documents.count, "written documents cannot be read")
    for (read, written) in zip(again.documents, documents) {
      precondition(read.document.isEquivalent(to: written), "a written document reads differently")
    }
  }
  return 0
}
