/// The only part of the program that touches files, environment, clock and terminal.
