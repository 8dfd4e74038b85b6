package io.moltrail.query.platform.projection;

/** What an aggregate looks like to readers, as of some version of it. */
public interface View {

  long version();
}
