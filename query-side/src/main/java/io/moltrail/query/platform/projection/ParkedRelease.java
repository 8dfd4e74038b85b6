package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.ParkedEvents.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies parked events once a version runs that knows them: in order, one transaction per
 * molecule, as far as it knows them. It looks at the start and from time to time, for another node
 * may still run the older version and park.
 */
public final class ParkedRelease {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedRelease.class);
  private static final int AT_ONCE = 100;

  private final EventLog log;
  private final PostgresEventStorageEngine engine;
  private final Projections projections;
  private final Set<UUID> failed = new HashSet<>();
  private volatile long waiting;

  ParkedRelease(EventLog log, PostgresEventStorageEngine engine, Projections projections) {
    this.log = log;
    this.engine = engine;
    this.projections = projections;
  }

  /** How many events were parked when it last looked. */
  public long waiting() {
    return waiting;
  }

  void look(ReadSchema schema) {
    try {
      ParkedEvents parked = new ParkedEvents(schema);
      List<Kind> known = parked.kinds().stream().filter(this::isKnownNow).toList();
      if (!known.isEmpty()) {
        release(parked, known);
      }
      waiting = parked.kinds().stream().mapToLong(Kind::events).sum();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("Parked events could not be looked at; that is tried again soon", e);
    } catch (RuntimeException e) {
      LOG.error("Parked events could not be looked at", e);
    }
  }

  /** Only what nobody knew can come first. */
  private boolean isKnownNow(Kind kind) {
    return kind.cause() == ParkedEvents.Cause.UNKNOWN
        && engine.known().knows(kind.type(), kind.revision());
  }

  private void release(ParkedEvents parked, List<Kind> kinds) {
    List<UUID> some = parked.beginningWith(kinds, failed, AT_ONCE);
    while (!some.isEmpty()) {
      long events = some.stream().mapToLong(it -> tryRelease(it, parked)).sum();
      LOG.info("{} events that were parked have been applied", events);
      some = parked.beginningWith(kinds, failed, AT_ONCE);
    }
  }

  /** A molecule that fails stays parked until the next start, and holds nobody up. */
  private int tryRelease(UUID molecule, ParkedEvents parked) {
    try {
      return new TransactionTemplate(parked.schema().transactions())
          .execute(status -> release(molecule, parked));
    } catch (TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The parked events of molecule {} could not be applied", molecule, e);
      failed.add(molecule);
      return 0;
    }
  }

  private int release(UUID molecule, ParkedEvents parked) {
    parked.lock();
    List<Fact> facts = parked.span(molecule).map(it -> known(molecule, it)).orElse(List.of());
    if (!facts.isEmpty()) {
      projections.apply(facts, parked.schema());
      parked.remove(molecule, facts.getLast().recorded().version() - 1);
    }
    return facts.size();
  }

  /** Up to the first one that is still not known. */
  private List<Fact> known(UUID molecule, ParkedEvents.Span span) {
    List<StoredEvent> rows = log.readAggregate(molecule.toString(), span.first(), span.events());
    List<Fact> facts =
        engine.messages(rows).stream()
            .map(Fact::of)
            .takeWhile(Optional::isPresent)
            .map(Optional::get)
            .toList();
    if (facts.isEmpty()) {
      throw new IllegalStateException("the log does not hold what was parked");
    }
    return facts;
  }
}
