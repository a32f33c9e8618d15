@_spi(_Unicode) import Swift

/// Normalization form C, the form of all strings of the language.
///
/// The standard library keeps its normalizer behind an interface that it does not promise to keep; this is the one place that uses it,
/// so that no tables of our own are needed. Its Unicode version is the toolchain's.
///
/// - Returns: the text itself when it is ASCII, or in form C already.
public func normalizedNFC(_ text: String) -> String {
  var isASCII = text.utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } } ?? false
  if !isASCII { isASCII = text.utf8.allSatisfy { $0 < 0x80 } }
  // Everything below U+0300 is composed, and combines with nothing that precedes it.
  if isASCII || text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text._nfc { result.append(scalar) }
  return String(result)
}
