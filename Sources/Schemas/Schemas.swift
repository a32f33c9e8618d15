/// Embedded facts: the schemas of Terraform providers, and of the types that conversion writes.
///
/// Stands on the value types alone. The facts are the sorted text below `Data`, which the build packs into the executable with an index of
/// its headings; nothing is read at start. A type is decoded when it is first asked for, one level of members at a time, and remembered.
/// Invariants: what is returned never changes; everything may be used from any thread; text that does not have the expected form gives
/// fewer members, never a crash.
///
/// - `SchemaCatalog`: what Terraform types have; `BlockSchema`, `AttributeSchema`, `NestedBlock`, `ValueFacts`.
/// - `CloudFormationCatalog`, `KubernetesCatalog`, `ARMCatalog`: what target types have; `TargetType`, `TargetShape`, `TargetMember`.
/// - `SchemaDescription`: one type as a page of text or as JSON.
enum Schemas {}
