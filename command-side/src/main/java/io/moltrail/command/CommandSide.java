package io.moltrail.command;

import io.moltrail.command.account.AccountConfiguration;
import io.moltrail.command.molecule.MoleculeConfiguration;
import io.moltrail.command.platform.CommandDocument;
import io.moltrail.command.platform.CommandPlatform;
import io.moltrail.command.project.ProjectConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The whole command side, for an application of its own and for the standalone alike. Needs {@code
 * Settings} and {@code CommandDatabases}; declares everything else by hand, named by side.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  CommandPlatform.class,
  CommandDocument.class,
  AccountConfiguration.class,
  ProjectConfiguration.class,
  MoleculeConfiguration.class
})
public class CommandSide {}
