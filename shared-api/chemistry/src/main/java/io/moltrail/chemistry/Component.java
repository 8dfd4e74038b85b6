package io.moltrail.chemistry;

/**
 * One of the distinct parts of a structure that are not bonded to each other, such as the chloride
 * of a hydrochloride.
 *
 * @param smiles canonical SMILES of the part
 * @param count how many times it is drawn, at least 1
 */
public record Component(String smiles, int count) {}
