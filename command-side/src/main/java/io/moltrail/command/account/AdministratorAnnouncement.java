package io.moltrail.command.account;

/**
 * How whoever starts Moltrail is told the first administrator's drawn password: once, on the
 * terminal.
 */
@FunctionalInterface
public interface AdministratorAnnouncement {

  void announce(InitialAdministrator first);
}
