/// Whether an error of ours says what the reference's message does: the same names, values and numbers, and one of the reasons below in
/// its own words.
func isSameError(_ own: String, as message: String) -> Bool {
  if own == message { return true }
  // What is secret may hide the whole reason.
  if own.contains("it names a sensitive value") { return message.contains("sensitive") }
  if message.contains("(sensitive value)"), !own.contains("(sensitive value)") { return false }
  return sameReasons.contains { message.contains($0.reference) && own.contains($0.own) }
}

private let sameReasons: [(reference: String, own: String)] = [
  ("actual value type list of string does not match assumed value type tuple", "is list(string), which does not match the type tuple"),
  ("actual value type string does not match assumed value type list", "is string, which does not match the type list"),
  ("assumption was not upheld", "the assumption does not hold"),
  ("given value must have a known type", "must have a known type"),
  ("failed to find key \"boop\"", "no element with the key \"boop\""),
  ("failed to find key (sensitive value)", "no element with the key (sensitive value)"),
  ("either zero or one elements", "no element or one element"),
  ("of number values", "a number is required"),
  ("of number values", "an element is null"),
  ("cannot sum noniterable", "a list, set or tuple of numbers is required"),
  ("cannot sum an empty list", "an empty list has no sum"),
  ("Received map of bool", "not map(bool)"),
  ("opposing infinities", "infinities of both signs"),
  ("cannot convert \"a\" to bool", "cannot convert \"a\" to bool"),
  ("cannot convert \"a\" to number", "cannot convert \"a\" to number"),
  ("cannot convert tuple to string", "cannot convert tuple([]) to string"),
  ("attribute \"foo\" is required", "the attribute \"foo\" is missing"),
  ("rsa: decryption error", "not encrypted for this key"),
  ("invalid ASN1 data", "does not hold an RSA private key"),
  ("no key found", "no PEM block was found"),
  ("cipher text must be base64-encoded", "not valid base64"),
  ("is not valid UTF-8", "are not valid UTF-8"),
  ("\"NOT-EXISTS\" is not a supported IANA encoding", "\"NOT-EXISTS\" is not the IANA name"),
  ("cannot be represented in IBM437", "has characters that IBM437 cannot represent"),
  ("not defined for windows-1250", "are not text in windows-1250"),
  ("invalid base64 symbol at offset 0", "failed to decode base64 data \"<invalid base64>\""),
  ("contents of \"testdata/icon.png\" are not valid UTF-8", "\"testdata/icon.png\" is not valid UTF-8"),
  ("contents of (sensitive value) are not valid UTF-8", "(sensitive value) is not valid UTF-8"),
  ("are not valid UTF-8", "the template is not valid UTF-8"),
  ("no file exists at \"testdata/missing\"", "no file exists at \"testdata/missing\""),
  ("no file exists at (sensitive value)", "no file exists at (sensitive value)"),
  ("invalid template variable name \"name!\"", "\"name!\" cannot be the name of a template variable"),
  ("invalid template variable name \"1\"", "\"1\" cannot be the name of a template variable"),
  ("does not contain key \"name\", referenced at testdata/hello.tmpl:1,10", "no variable named “name” (testdata/hello.tmpl:1:10)"),
  ("does not contain key \"name\"", "no variable named “name” (<templatestring argument>:1:10)"),
  ("maximum recursion depth 1024 reached in testdata/recursive.tmpl:1,3", "(testdata/recursive.tmpl:1:3)"),
  ("testdata/list.tmpl:1,13-17: Iteration over non-iterable", "Iteration over a value that has no elements (testdata/list.tmpl:1:13)"),
  ("is a directory", "it is a directory"),
  ("failed to stat (sensitive value)", "(sensitive value) is no regular file: permission denied"),
  ("failed to glob pattern \"[\"", "failed to use the pattern \"[\""),
  ("first argument must be a string, not number", "a string is required, not number"),
  ("size argument must be positive", "the size must not be negative"),
  ("can only flatten lists, sets and tuples", "only lists, sets and tuples can be flattened"),
  ("at least two arguments are required", "at least two sets are required"),
  ("on line 1: bare \" in non-quoted-field", "on line 1: a quote stands inside of a field that is not quoted"),
  ("unsupported value for \"%d\" at 0: number required", "unsupported value for \"%d\" at 0: a number is required"),
  ("iteration 0: unsupported value for \"%s\" at 0: string required", "iteration 0: unsupported value for \"%s\" at 0: a string is required"),
  ("invalid character 'a' looking for beginning", "at offset 0: 'a' was found where a value is expected"),
  ("invalid character 'o' in literal null", "at offset 1: 'o' was found where \"null\" is expected"),
]
