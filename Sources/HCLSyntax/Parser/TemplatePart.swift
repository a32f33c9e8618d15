/// One atom of a template, before directives are matched into conditionals and loops.
struct TemplatePart: BitwiseCopyable {
  enum Kind {
    /// `a` = index of its text when it differs from its source.
    case literal
    /// `a` = expression.
    case interpolation
    /// `a` = condition.
    case ifDirective
    /// `a` = key variable + 1 or 0, `b` = value variable, `c` = collection.
    case forDirective
    case elseDirective
    case endIfDirective
    case endForDirective
  }

  var kind: Kind
  var start: UInt32
  var end: UInt32
  var a: UInt32 = 0
  var b: UInt32 = 0
  var c: UInt32 = 0
  /// The height of the expression in it.
  var height: Int32 = 1
  /// `literal`: backslash escapes are to be resolved.
  var isQuoted = false
  /// `literal`: its text differs from its source.
  var isStored = false
}
