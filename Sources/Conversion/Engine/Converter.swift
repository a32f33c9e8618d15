import Diagnostics
import Documents
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Converts one resource graph to one target: plans the resources, writes their properties, and gathers what is lost.
public struct Converter<Target: ConversionTarget>: Sendable {
  public let target: Target
  public let graph: ResourceGraph
  public let configuration: Configuration
  public var state: Target.State
  public internal(set) var report: ConversionReport
  /// In the order of the graph; parts behind their main resource.
  public internal(set) var resources: [PlannedResource] = []

  let mappings: MappingLibrary
  let operators: OperatorTable
  /// The resource whose values are being written.
  public internal(set) var current: Int?
  /// Where in that resource.
  var path = AttributePath()
  /// What an output is called while its value is written.
  var outputName: String?
  /// The main resource of each Terraform instance.
  var mainResource: [ResourceAddress: Int] = [:]
  /// Writes with `root.` from inside of nested blocks.
  var rootedWrites: [(path: TargetPath, value: Document)] = []
  var depth = 0
  private var objects: [String: OutputObject] = [:]

  init(_ target: Target, graph: ResourceGraph, configuration: Configuration, mappings: MappingLibrary) {
    self.target = target
    self.graph = graph
    self.configuration = configuration
    self.mappings = mappings
    operators = OperatorTable(adding: target.operators)
    state = target.makeState(for: graph, configuration)
    report = ConversionReport(target: target.name)
  }

  /// Runs the passes and gives the documents.
  mutating func convert() -> [NamedDocument] {
    plan()
    for (index, name) in target.identifiers(for: resources).enumerated() { resources[index].identifier = name }
    for index in resources.indices { writeProperties(of: index) }
    merge()
    let documents = target.documents(in: &self)
    countResources()
    for specialisation in graph.specialisations { note(specialisation) }
    return documents
  }

  /// The members of a target type, looked up once.
  mutating func object(ofType type: String) -> OutputObject? {
    if let known = objects[type] { return known }
    let object = target.object(ofType: type)
    objects[type] = object
    return object
  }

  // MARK: Losses

  /// Records that something of the current resource or output is lost.
  public mutating func lose(_ reason: String) {
    if let outputName {
      report.losses.append(
        .init(address: "output.\(outputName)", path: path.description, reason: reason, location: graph.outputs.first { $0.name == outputName }?.location))
    } else if let current {
      let resource = resources[current].instance
      lose(resource, at: AttributePath(resources[current].source.steps + path.steps), reason)
    }
  }

  mutating func lose(_ resource: ResourceInstance, at path: AttributePath, _ reason: String) {
    report.losses.append(
      .init(address: resource.address.description, path: path.description, reason: reason, location: resource.location(of: path)))
  }

  /// Records something to know about a variable, once.
  public mutating func note(variable name: String, _ reason: String) {
    let address = "var.\(name)"
    guard !report.notes.contains(where: { $0.address == address && $0.reason == reason }) else { return }
    report.notes.append(
      .init(address: address, path: "", reason: reason, location: graph.variables.first { $0.name == name }?.location))
    report.specialisedAttributes += 1
  }

  private mutating func note(_ specialisation: Specialisation) {
    let reason =
      switch specialisation.extent {
      case .length: "its length is fixed"
      case .keys: "its keys are fixed"
      case .value: "its value is fixed"
      }
    note(variable: specialisation.variable, reason)
  }

  private mutating func countResources() {
    var lossy: Set<String> = []
    for loss in report.losses { lossy.insert(loss.address) }
    for resource in graph.resources where resource.address.mode == .managed {
      guard mainResource[resource.address] != nil else { continue }
      if lossy.contains(resource.address.description) { report.partialResources += 1 } else { report.convertedResources += 1 }
    }
    report.droppedAttributes = report.losses.filter { !$0.path.isEmpty }.count
  }

  /// Why a value without origin is not known: what evaluation said of the expression, else the expression.
  func reasonForUnknown() -> String {
    var place: SourceRange?
    if let outputName {
      place = configuration.root?.outputs[outputName]?.block.range
    } else if let current {
      place = resources[current].instance.location(of: AttributePath(resources[current].source.steps + path.steps))
    }
    guard let place else { return "its value is not known" }
    let problem = graph.diagnostics.first { diagnostic in
      guard let subject = diagnostic.subject, diagnostic.severity == .error else { return false }
      return subject.file === place.file && place.bytes.contains(subject.bytes)
    }
    if let problem { return problem.subject.map { "\(problem.summary): `\($0.text)`" } ?? problem.summary }
    return "the value of `\(place.text.prefix(120))` is not known"
  }

  // MARK: Merging

  /// Puts what merged resources wrote into those that they belong to.
  private mutating func merge() {
    for index in resources.indices {
      guard let into = resources[index].mergedInto else { continue }
      let properties = resources[index].properties
      if !resources[into].properties.merge(properties) {
        let instance = resources[index].instance
        lose(instance, at: AttributePath(), "\(resources[into].instance.address) or another resource already sets the same members of \(resources[into].identifier)")
      }
    }
  }

  /// The resource that an address stands for in the output, through merges.
  public func resource(for address: ResourceAddress) -> Int? { mainResource[address] }

  /// Follows a merged resource to the one it became part of.
  public func holder(of index: Int) -> Int {
    var index = index
    for _ in resources.indices {
      guard let next = resources[index].mergedInto else { return index }
      index = next
    }
    return index
  }
}

extension ResourceInstance {
  /// Where a path is written: the deepest attribute or block that can be found on the way, else the header.
  func location(of path: AttributePath) -> SourceRange {
    for count in stride(from: path.steps.count, to: 0, by: -1) {
      if let range = source.ranges[AttributePath(Array(path.steps.prefix(count)))] { return range }
    }
    guard var body = source.block?.body else { return source.header }
    var found = source.header
    var steps = path.steps[...]
    while case .attribute(let name)? = steps.first {
      steps = steps.dropFirst()
      if let attribute = body.attribute(name) { return attribute.range }
      var index = 0
      if case .index(let number)? = steps.first {
        index = number
        steps = steps.dropFirst()
      }
      let blocks = body.blocks(ofType: name)
      guard blocks.indices.contains(index) else { return found }
      found = blocks[index].header
      body = blocks[index].body
    }
    return found
  }
}

extension Converter {
  /// Losses are about this output until `endOutput`.
  public mutating func beginOutput(_ name: String) {
    outputName = name
    current = nil
    path = AttributePath()
  }

  public mutating func endOutput() { outputName = nil }
}
