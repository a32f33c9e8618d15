/// The functions of the Terraform and OpenTofu language, each as one declaration with its documentation, signature and code.
///
/// Stands above evaluation (which defines what a function is and how a call treats null, unknown and marked arguments) and below the
/// Terraform model. Invariants: functions are pure, files are read through the context only, impure functions give unknown results,
/// regular expressions run in linear time, and every size that input decides has a stated limit.

import HCLEvaluation

/// The table of all functions. (Terraform language, "Functions"; OpenTofu's additions are part of it.)
public enum TerraformFunctions {
  /// Every function under its plain name, and the functions of the built-in provider under `provider::terraform::NAME`.
  ///
  /// `try`, `can` and `convert` are missing: they take unevaluated arguments, so the evaluator has them. `type` is the console's.
  public static let standard: [String: Function] = {
    var table: [String: Function] = [:]
    for family in families {
      for function in family { table[function.name] = function }
    }
    return table
  }()

  /// The same functions as evaluators take them.
  public static let table = FunctionTable(standard)

  private static let families: [[Function]] = [
    NumericFunctions.all, StringFunctions.all, PatternFunctions.all, FormatFunctions.all, CollectionFunctions.all,
    MappingFunctions.all, SequenceFunctions.all, SetFunctions.all, EncodingFunctions.all, DocumentFunctions.all,
    FilesystemFunctions.all, TemplateFunctions.all, DateTimeFunctions.all, HashFunctions.all, IPNetworkFunctions.all,
    ConversionFunctions.all, SensitivityFunctions.all, AssumptionFunctions.all, ProviderFunctions.all,
  ]
}

/// Sizes that input must not exceed.
enum FunctionLimit {
  /// Bytes of a string that a function builds.
  static let stringBytes = 64 << 20
  /// Items of a list that `range` gives, as in Terraform.
  static let rangeItems = 1_024
  /// Elements of a collection that a function builds.
  static let elements = 1 << 20
  /// Matches of a pattern in a text of so many bytes: finding one may take as long as the text is.
  static func matches(in length: Int) -> Int { min(elements, 10_000_000_000 / max(1, length)) }
  /// Comparisons of elements that cannot be looked up because they are not known.
  static let comparisons = 10_000_000
  /// Nesting of values read from JSON or YAML.
  static let nesting = 1_000
  /// Width and precision in a format verb.
  static let formatWidth = 1 << 20
}
