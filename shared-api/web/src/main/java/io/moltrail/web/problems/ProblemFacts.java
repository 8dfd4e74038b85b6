package io.moltrail.web.problems;

/**
 * Further members that problems of some codes have, for the API document: a bean of this type.
 *
 * @param members a record whose components they are
 */
public record ProblemFacts(Class<? extends Record> members) {}
