/// JSON and YAML: an ordered document model with the position of every part, readers and writers.
///
/// Place in the pipeline: under everything that reads or writes CloudFormation, Kubernetes, ARM, plan files and reports, and under
/// the functions that encode and decode. Invariants: any bytes give documents or diagnostics, in linear time and with bounded
/// nesting; libyaml is used nowhere else; writers give the same bytes for the same document, and a reader reads them back equal.
