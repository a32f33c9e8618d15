import TerraneDriver
import Testing

@Test func `results stand in the order of the elements`() {
  let squares = Parallel.map(Array(0..<1000), jobs: 4) { $0 * $0 }
  #expect(squares == (0..<1000).map { $0 * $0 })
}

@Test func `the stack is large enough for deep recursion`() {
  @Sendable func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
  #expect(Parallel.onLargeStack { depth(200_000) } == 200_000)
}
