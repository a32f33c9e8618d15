import Diagnostics
import SourceText

/// The tags of YAML's own repository.
enum YAMLTag {
  static let prefix = "tag:yaml.org,2002:"
  static let string = prefix + "str"
  static let integer = prefix + "int"
  static let float = prefix + "float"
  static let bool = prefix + "bool"
  static let null = prefix + "null"
  static let binary = prefix + "binary"
  static let timestamp = prefix + "timestamp"
  static let merge = prefix + "merge"
  /// Tags that leave a sequence or mapping as it is (a set becomes an array of its keys).
  static let ofCollections = ["seq", "map", "omap", "pairs", "set"].map { prefix + $0 }

  /// The short forms of CloudFormation's functions whose long form is `Fn::` and the name.
  static let cloudFormationFunctions: Set<String> = [
    "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAZs", "GetAtt",
    "GetStackOutput", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub", "ToJsonString",
    "Transform", "ValueOf", "ValueOfAll",
  ]
}

extension YAMLComposer {
  /// The value of a tag that is not YAML's own: CloudFormation's short forms when they are read, else an error.
  func applyLocalTag(_ tag: String, _ value: PositionedDocument, _ event: YAMLEvent) throws(DocumentSyntaxError)
    -> PositionedDocument
  {
    let tagPlace = tagRange(event)
    guard options.tags == .cloudFormation else {
      throw failure(
        "yaml-unknown-tag", "Tag \(tagPlace.text) is unknown", "Only the tags of YAML itself are read here.", tagPlace)
    }
    let name = String(tag.dropFirst())
    let function: String
    switch name {
    case "Ref", "Condition": function = name
    case _ where tag.hasPrefix("!") && YAMLTag.cloudFormationFunctions.contains(name): function = "Fn::" + name
    default:
      let suggestion = suggestedName(for: name, among: ["Condition", "Ref"] + YAMLTag.cloudFormationFunctions.sorted())
      let detail = suggestion.map { "Did you mean `!\($0)`?" } ?? "CloudFormation has no function with this short form."
      throw failure("yaml-unknown-tag", "Tag \(tagPlace.text) is unknown", detail, tagPlace)
    }
    var argument = value
    argument.range.bytes.start = argumentStart(behind: tagPlace, value.range)
    if function == "Fn::GetAtt", let path = argument.stringValue {
      argument.content = .array(attributeParts(path, argument.range))
    }
    let member = PositionedDocument.Member(key: function, keyRange: tagPlace, value: argument)
    return PositionedDocument(.object([member]), range: value.range)
  }

  /// Where the tag of an event is written; the start of the event when an anchor hides it.
  private func tagRange(_ event: YAMLEvent) -> SourceRange {
    var start = event.start
    while start < bytes.count, bytes[start] == UInt8(ascii: "&") || bytes[start] == 0x20 {
      while start < bytes.count, bytes[start] > 0x20 { start += 1 }
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    }
    var end = start
    while end < bytes.count, bytes[end] > 0x20,
      !(end > start && [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[end]))
    {
      end += 1
    }
    return range(start, end)
  }

  private func argumentStart(behind tag: SourceRange, _ place: SourceRange) -> UInt32 {
    var start = Int(tag.bytes.end)
    while start < Int(place.bytes.end), [0x20, 0x0A, 0x0D, 0x09].contains(bytes[start]) { start += 1 }
    return min(UInt32(start), max(place.bytes.end, place.bytes.start))
  }

  /// `Resource.Attribute` cut at the first full stop; nested attributes keep theirs.
  private func attributeParts(_ path: String, _ place: SourceRange) -> [PositionedDocument] {
    path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map {
      PositionedDocument(.string(String($0)), range: place)
    }
  }
}
