package io.moltrail.messages.project;

/**
 * Whether tautomers of one compound are one molecule of a project or several. Decided once, at
 * creation.
 */
public enum Tautomers {
  SAME,
  DISTINCT
}
