/// Ordered JSON and YAML documents with the position of every part, their readers and writers.
