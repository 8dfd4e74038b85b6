package io.moltrail.query.platform.database;

import io.moltrail.eventstore.log.PlaceToken;
import io.moltrail.messages.LogPlace;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/** How far a processor has come, as it is stored beside its rows. */
public final class Tokens {

  /** The one processor of a schema, and its one segment (DESIGN §3, trap 2). */
  public static final String PROCESSOR = "live";

  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(2);
  private static final Serializer SERIALIZER = serializer();

  /**
   * Two contexts in one JVM are two nodes; a process id alone would let both believe they hold the
   * claim.
   */
  private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();

  private Tokens() {}

  public static JdbcTokenStore store(DataSource pool) {
    return JdbcTokenStore.builder()
        .connectionProvider(new SpringDataSourceConnectionProvider(pool))
        .schema(schema())
        .serializer(SERIALIZER)
        .contentType(String.class)
        .claimTimeout(CLAIM_TIMEOUT)
        .nodeId(PROCESS + "/" + UUID.randomUUID())
        .build();
  }

  /** What stands in the token row, whoever wrote it. */
  public static Optional<LogPlace> stored(ReadSchema schema) {
    return schema
        .jdbc()
        .sql(
            "select token, token_type from token_entry where processor_name = ? and segment = 0 and"
                + " token is not null")
        .param(PROCESSOR)
        .query(
            (row, n) ->
                SERIALIZER.<String, TrackingToken>deserialize(
                    new SimpleSerializedObject<>(
                        row.getString(1), String.class, row.getString(2), null)))
        .optional()
        .flatMap(Tokens::place);
  }

  public static Optional<LogPlace> place(@Nullable TrackingToken token) {
    return WrappedToken.unwrapLowerBound(token) instanceof PlaceToken(LogPlace place)
        ? Optional.of(place)
        : Optional.empty();
  }

  /**
   * By default a token row that was written during a replay could never be read again (DESIGN §3,
   * trap 3).
   */
  static Serializer serializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(onlyTokens()))
        .build();
  }

  private static PolymorphicTypeValidator onlyTokens() {
    return BasicPolymorphicTypeValidator.builder()
        .allowIfSubType(PlaceToken.class)
        .allowIfSubType(ReplayToken.class)
        .allowIfSubType(MergedTrackingToken.class)
        .allowIfSubType(MultiSourceTrackingToken.class)
        .allowIfSubType(GapAwareTrackingToken.class)
        .allowIfSubType(GlobalSequenceTrackingToken.class)
        .allowIfSubType(ConfigToken.class)
        .build();
  }

  private static TokenSchema schema() {
    return TokenSchema.builder()
        .setTokenTable("token_entry")
        .setProcessorNameColumn("processor_name")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("timestamp")
        .setOwnerColumn("owner")
        .build();
  }
}
