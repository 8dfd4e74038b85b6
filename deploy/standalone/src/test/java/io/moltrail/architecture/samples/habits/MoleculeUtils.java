package io.moltrail.architecture.samples.habits;

public interface MoleculeUtils {}
