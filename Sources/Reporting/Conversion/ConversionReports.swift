import Conversion
import Documents
import SourceText

/// What a conversion carried over and what it lost.
public enum ConversionReports {
  /// As JSON. (docs/cli.md, `convert --report`.)
  public static func json(_ report: ConversionReport) -> String { JSONWriter(.pretty).write(report.document) + "\n" }

  /// For people: the counts, then each loss with its place.
  public static func text(_ report: ConversionReport, usesColor: Bool = false) -> String {
    let palette: Palette = usesColor ? .ansi : .none
    var text = ""
    for loss in report.losses { text += line(loss, palette.paint("lost", .warning), palette) }
    for note in report.notes { text += line(note, palette.paint("note", .note), palette) }
    if !text.isEmpty { text += "\n" }
    text += "Converted to \(report.target): "
    text += "\(counted(report.convertedResources, "resource")) whole"
    if report.partialResources > 0 { text += ", \(report.partialResources) in part" }
    if report.unsupportedResources > 0 { text += ", \(report.unsupportedResources) not at all" }
    text += "; \(counted(report.carriedAttributes, "attribute")) carried"
    if report.specialisedAttributes > 0 { text += ", \(report.specialisedAttributes) specialised" }
    if report.droppedAttributes > 0 { text += ", \(report.droppedAttributes) lost" }
    return text + "\n"
  }

  private static func line(_ entry: ConversionReport.Entry, _ kind: String, _ palette: Palette) -> String {
    let place = entry.location.map { palette.paint(placeText($0), .secondary) + ": " } ?? ""
    let what = DisplayWidth.visible(line: entry.address + entry.path)
    return "\(place)\(kind): \(what): \(DisplayWidth.visible(line: entry.reason))\n"
  }
}
