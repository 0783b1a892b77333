"""YAML → Level → World; the only folder that knows YAML."""
