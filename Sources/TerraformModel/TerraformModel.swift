/// From files to the resource graph: loading, modules, values of variables, expansion.
