/// Reports: one file for each format, from results to text.
///
/// Stands above linting and conversion, below the driver. Invariants: a report is a pure function of its input (no clock, no locale, no
/// terminal: width and colours are given), equal input gives equal bytes, and no report sees a tree.
