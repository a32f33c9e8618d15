/// The mapping engine and the formats it writes.
