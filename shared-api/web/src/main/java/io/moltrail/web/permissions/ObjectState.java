package io.moltrail.web.permissions;

/** A state of an object in which some of its routes are refused. */
public enum ObjectState {
  PROJECT_ARCHIVED,
  MOLECULE_ARCHIVED
}
