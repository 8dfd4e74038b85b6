package io.moltrail.acceptance.canary;

/** A mark, as what it was seen, and where. */
public record Sighting(String mark, String disguise, String place) {}
