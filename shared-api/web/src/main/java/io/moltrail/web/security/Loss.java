package io.moltrail.web.security;

/** Something that a user had and has no more, or has less of. */
public sealed interface Loss permits LostRole, LostSystemRole {

  /** Of what it was decided in, from which on it holds. */
  long version();

  /** What it is about; only the newest word about it is kept. */
  String about();

  /** What is left; empty for nothing. */
  String remains();
}
