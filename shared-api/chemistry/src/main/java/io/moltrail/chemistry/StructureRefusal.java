package io.moltrail.chemistry;

/**
 * Why a structure was not taken.
 *
 * @param code stable kebab-case name of the rule, see {@code Refusals}; clients may branch on it
 * @param sentence what a chemist would say about it
 * @param position 0-based index into the submitted text where the fault was seen, or -1 when it
 *     belongs to no one place
 */
public record StructureRefusal(String code, String sentence, int position) {}
