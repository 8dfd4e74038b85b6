package io.moltrail.web.settings;

/** What an installation is for; production refuses what is handy for development. */
public enum Env {
  DEVELOPMENT,
  PRODUCTION
}
