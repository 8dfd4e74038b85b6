package io.moltrail.chemistry;

/**
 * The usual numbers about the whole structure as drawn, salts included; none is NaN or infinite.
 * Isotopes do not change them.
 *
 * @param logP octanol/water partition coefficient, of the largest component, estimated by JPLogP,
 *     rounded to 4 decimals
 * @param tpsa topological polar surface area in square angstrom, rounded to 2 decimals
 * @param hBondDonors N and O that carry hydrogen
 * @param hBondAcceptors N and O that can take a hydrogen bond
 * @param rotatableBonds single bonds outside rings between non-terminal heavy atoms, amides not
 *     counted
 * @param heavyAtoms atoms that are not hydrogen
 * @param rings independent rings: bonds - atoms + components
 * @param fractionSp3 share of carbons that have only single bonds, 0..1, rounded to 4 decimals; 0
 *     without carbon
 * @param ruleOfFiveViolations how many of Lipinski's four limits are broken, 0..4
 */
public record Descriptors(
    double logP,
    double tpsa,
    int hBondDonors,
    int hBondAcceptors,
    int rotatableBonds,
    int heavyAtoms,
    int rings,
    double fractionSp3,
    int ruleOfFiveViolations) {}
