package io.moltrail.architecture.samples.unexplained;

public interface Stranger {}
