/// Lint: rules over the resource graph, written in HCL, and rules over whole modules, written in Swift.
///
/// Stands above the Terraform model and below reporting. A run takes an evaluated configuration and gives findings, what was suppressed
/// and what could not be decided. Invariants: a finding is reported only when the rule's condition is known to be false; findings are in
/// the order of the source; the same input gives the same findings; a secret is never part of a message.
