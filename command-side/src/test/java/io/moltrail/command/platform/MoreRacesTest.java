package io.moltrail.command.platform;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same races for as many rounds again. */
@EnabledIfSystemProperty(
    named = "moltrail.full",
    matches = "true",
    disabledReason = "a long suite, which runs under -Pfull")
class MoreRacesTest extends RacesTest {}
