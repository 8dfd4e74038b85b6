package io.moltrail.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A suite that takes minutes: it runs under {@code mvn -Pfull verify} only. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "moltrail.full",
    matches = "true",
    disabledReason = "a long suite, which runs under -Pfull")
public @interface FullSuite {}
