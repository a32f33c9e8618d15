/// Rules, the engine that runs them, suppressions.
