/// One line of text that is being typed, with the place of the cursor. Knows no terminal.
struct EditableLine: Equatable {
  private(set) var characters: [Character] = []
  /// Between 0 and the number of characters: the cursor stands before this one.
  private(set) var cursor = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Applies an edit.
  mutating func apply(_ edit: Edit) {
    switch edit {
    case .insert(let text):
      // What is typed may combine with what stands before it, so the line is put together as text.
      let head = String(characters[..<cursor]) + text
      let tail = characters[cursor...]
      characters = Array(head)
      cursor = characters.count
      characters += tail
    case .move(let movement): cursor = target(of: movement)
    case .delete(let movement):
      let other = target(of: movement)
      characters.removeSubrange(min(cursor, other)..<max(cursor, other))
      cursor = min(cursor, other)
    }
  }

  /// A change of the line or of the place in it.
  enum Edit: Equatable {
    case insert(String)
    case move(Movement)
    /// Deletes what lies between the cursor and where the movement leads.
    case delete(Movement)
  }

  enum Movement: Equatable {
    case left, right, wordLeft, wordRight, start, end
  }

  private func target(of movement: Movement) -> Int {
    var position = cursor
    switch movement {
    case .left: return max(0, cursor - 1)
    case .right: return min(characters.count, cursor + 1)
    case .start: return 0
    case .end: return characters.count
    case .wordLeft:
      while position > 0, !isPartOfWord(position - 1) { position -= 1 }
      while position > 0, isPartOfWord(position - 1) { position -= 1 }
    case .wordRight:
      while position < characters.count, !isPartOfWord(position) { position += 1 }
      while position < characters.count, isPartOfWord(position) { position += 1 }
    }
    return position
  }

  private func isPartOfWord(_ position: Int) -> Bool {
    let character = characters[position]
    return character.isLetter || character.isNumber || character == "_"
  }
}
